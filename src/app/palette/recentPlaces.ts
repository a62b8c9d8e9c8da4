import type { QueryClient } from '@tanstack/react-query';
import { accessPointQueries } from '../../api/accessPoints.ts';
import { tunnelQueries } from '../../api/tunnels.ts';
import { tabStorage } from '../../ui/browserStorage.ts';

/** A page about one thing that was looked at in this tab. */
export interface RecentPlace {
  title: string;
  to: string;
}

const KEPT = 8;
const NAME = 'recent-places';
/** One tunnel or one access point; lists and the wizard are one press away anyway. */
const WORTH_KEEPING = /^\/(tunnels|access-points)\/(?!new$)([^/]+)/;

/** What was looked at last, newest first; unreadable storage is an empty list. */
export function readRecentPlaces(): RecentPlace[] {
  const kept = tabStorage.read(NAME);
  if (!Array.isArray(kept)) return [];
  return kept.filter(
    (place): place is RecentPlace =>
      typeof place?.title === 'string' && typeof place.to === 'string' && WORTH_KEEPING.test(place.to),
  );
}

/**
 * Keeps a page in mind that is being left, under the title it had, if it is about one thing that has been read:
 * what Globus does not know, and an address that is mistyped, are no places to go back to.
 */
export function keepRecentPlace(client: QueryClient, pathname: string, title: string): void {
  const [to, kind, id] = WORTH_KEEPING.exec(pathname) ?? [];
  if (to === undefined || id === undefined) return;
  const { detail } = kind === 'tunnels' ? tunnelQueries : accessPointQueries;
  if (client.getQueryData(detail(decodeURIComponent(id)).queryKey) === undefined) return;
  const others = readRecentPlaces().filter((place) => place.to !== to);
  tabStorage.write(NAME, [{ title: title.slice(0, 200), to }, ...others].slice(0, KEPT));
}
