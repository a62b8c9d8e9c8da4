import type { QueryClient } from '@tanstack/react-query';
import * as v from 'valibot';
import { accessPointQueries } from '../../api/accessPoints.ts';
import { tunnelQueries } from '../../api/tunnels/tunnels.ts';
import { tabStorage } from '../../browser/storage.ts';
import { resourceAt } from '../../config/routePaths.ts';

/** A tunnel or access point whose page was open in this tab. */
const RecentPage = v.object({
  title: v.string(),
  to: v.pipe(
    v.string(),
    v.check((to) => resourceAt(to) !== null),
  ),
});
export type RecentPage = v.InferOutput<typeof RecentPage>;

const MAX_PAGES = 8;
const MAX_TITLE_LENGTH = 200;
const NAME = 'recent-pages';

/** Returns the pages that were open last, newest first. Storage that doesn't hold such a list counts as empty. */
export function readRecentPages(): RecentPage[] {
  const { success, output } = v.safeParse(v.array(RecentPage), tabStorage.read(NAME));
  return success ? output : [];
}

/**
 * Stores a page that is being left, if it shows a tunnel or access point that was loaded. Lists and the wizard are in
 * the navigation anyway, and an unknown ID or a mistyped address is not worth returning to.
 *
 * @param title the page's title, as the person saw it
 */
export function addRecentPage(client: QueryClient, pathname: string, title: string): void {
  const resource = resourceAt(pathname);
  if (!resource) return;
  const { to, kind, id } = resource;
  const { detail } = kind === 'tunnels' ? tunnelQueries : accessPointQueries;
  if (client.getQueryData(detail(id).queryKey) === undefined) return;
  const others = readRecentPages().filter((page) => page.to !== to);
  const newest = { title: title.slice(0, MAX_TITLE_LENGTH), to };
  tabStorage.write(NAME, [newest, ...others].slice(0, MAX_PAGES));
}
