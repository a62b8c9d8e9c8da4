import type { QueryClient } from '@tanstack/react-query';
import { accessPointQueries } from '../../api/accessPoints.ts';
import { tunnelQueries } from '../../api/tunnels/tunnels.ts';
import { tabStorage } from '../../browser/storage.ts';
import { resourceAt } from '../../config/routePaths.ts';

/** A page about one thing that was looked at in this tab. */
export interface RecentPage {
  title: string;
  to: string;
}

const KEPT = 8;
const NAME = 'recent-places';

/** What was looked at last, newest first; unreadable storage is an empty list. */
export function readRecentPages(): RecentPage[] {
  const kept = tabStorage.read(NAME);
  if (!Array.isArray(kept)) return [];
  return kept.filter(
    (place): place is RecentPage =>
      typeof place?.title === 'string' && typeof place.to === 'string' && resourceAt(place.to) !== null,
  );
}

/**
 * Keeps a page in mind that is being left, under the title it had, if it is about one thing that has been read: lists
 * and the wizard are one press away anyway, and what Globus does not know, or an address that is mistyped, is no place
 * to go back to.
 */
export function addRecentPage(client: QueryClient, pathname: string, title: string): void {
  const thing = resourceAt(pathname);
  if (!thing) return;
  const { to, kind, id } = thing;
  const { detail } = kind === 'tunnels' ? tunnelQueries : accessPointQueries;
  if (client.getQueryData(detail(id).queryKey) === undefined) return;
  const others = readRecentPages().filter((place) => place.to !== to);
  tabStorage.write(NAME, [{ title: title.slice(0, 200), to }, ...others].slice(0, KEPT));
}
