import type { AccessPoint } from './accessPoint.ts';

/** An access point as a person keeps it at hand: enough to recognise it without asking Globus. */
export type SavedAccessPoint = Pick<AccessPoint, 'id' | 'name' | 'organization'>;

/** The access points a person keeps at hand. */
export interface SavedAccessPoints {
  /** In the order of their names. */
  favorites: SavedAccessPoint[];
  /** Those of the tunnels made last, latest first. */
  recent: SavedAccessPoint[];
}

const MOST_FAVOURITES = 100;
const MOST_RECENT = 6;

/** Reads what a device kept, which may be of any form. */
export function parseSavedAccessPoints(stored: unknown): SavedAccessPoints {
  const { favorites, recent } = (stored ?? {}) as Record<string, unknown>;
  return { favorites: readItems(favorites), recent: readItems(recent) };
}

function readItems(stored: unknown): SavedAccessPoint[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((item: unknown) => {
    const { id, name, organization } = (item ?? {}) as Record<string, unknown>;
    if (typeof id !== 'string' || typeof name !== 'string') return [];
    return [{ id, name, organization: typeof organization === 'string' ? organization : null }];
  });
}

/** Makes an access point a favourite, or no longer one. */
export function withFavorite(
  shelf: SavedAccessPoints,
  item: SavedAccessPoint,
  isFavourite: boolean,
): SavedAccessPoints {
  const others = shelf.favorites.filter(({ id }) => id !== item.id);
  if (!isFavourite) return { ...shelf, favorites: others };
  const favorites = [...others, toItem(item)].sort((a, b) => a.name.localeCompare(b.name));
  return { ...shelf, favorites: favorites.slice(0, MOST_FAVOURITES) };
}

/** Puts access points that were just used in front; each stands there once. */
export function withRecent(shelf: SavedAccessPoints, used: readonly SavedAccessPoint[]): SavedAccessPoints {
  const all = [...used.map(toItem), ...shelf.recent];
  const recent = all.filter(({ id }, at) => all.findIndex((other) => other.id === id) === at);
  return { ...shelf, recent: recent.slice(0, MOST_RECENT) };
}

/** Everything at hand, each once: favorites, then what was used recently. */
export function listSavedAccessPoints({ favorites, recent }: SavedAccessPoints): SavedAccessPoint[] {
  return [...favorites, ...recent.filter(({ id }) => !favorites.some((other) => other.id === id))];
}

function toItem({ id, name, organization }: SavedAccessPoint): SavedAccessPoint {
  return { id, name, organization };
}
