import type { AccessPoint } from './accessPoint.ts';

/** An access point as a person keeps it at hand: enough to recognise it without asking Globus. */
export type ShelfItem = Pick<AccessPoint, 'id' | 'name' | 'organization'>;

/** The access points a person keeps at hand. */
export interface AccessPointShelf {
  /** In the order of their names. */
  favourites: ShelfItem[];
  /** Those of the tunnels made last, latest first. */
  recent: ShelfItem[];
}

const MOST_FAVOURITES = 100;
const MOST_RECENT = 6;

/** Reads what a device kept, which may be of any form. */
export function readShelf(stored: unknown): AccessPointShelf {
  const { favourites, recent } = (stored ?? {}) as Record<string, unknown>;
  return { favourites: readItems(favourites), recent: readItems(recent) };
}

function readItems(stored: unknown): ShelfItem[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((item: unknown) => {
    const { id, name, organization } = (item ?? {}) as Record<string, unknown>;
    if (typeof id !== 'string' || typeof name !== 'string') return [];
    return [{ id, name, organization: typeof organization === 'string' ? organization : null }];
  });
}

/** Makes an access point a favourite, or no longer one. */
export function withFavourite(
  shelf: AccessPointShelf,
  item: ShelfItem,
  isFavourite: boolean,
): AccessPointShelf {
  const others = shelf.favourites.filter(({ id }) => id !== item.id);
  if (!isFavourite) return { ...shelf, favourites: others };
  const favourites = [...others, toItem(item)].sort((a, b) => a.name.localeCompare(b.name));
  return { ...shelf, favourites: favourites.slice(0, MOST_FAVOURITES) };
}

/** Puts access points that were just used in front; each stands there once. */
export function withRecent(shelf: AccessPointShelf, used: readonly ShelfItem[]): AccessPointShelf {
  const all = [...used.map(toItem), ...shelf.recent];
  const recent = all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at);
  return { ...shelf, recent: recent.slice(0, MOST_RECENT) };
}

/** Everything at hand, each once: favourites, then what was used recently. */
export function atHand({ favourites, recent }: AccessPointShelf): ShelfItem[] {
  return [...favourites, ...recent.filter(({ id }) => !favourites.some((other) => other.id === id))];
}

function toItem({ id, name, organization }: ShelfItem): ShelfItem {
  return { id, name, organization };
}
