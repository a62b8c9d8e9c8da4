import type { AccessPoint } from './accessPoint.ts';

/** What is saved of an access point: enough to recognize it without a request to Globus. */
export type SavedAccessPoint = Pick<AccessPoint, 'id' | 'name' | 'organization'>;

/** The access points that a person finds again quickly. */
export interface SavedAccessPoints {
  /** Sorted by name. */
  favorites: SavedAccessPoint[];
  /** Those of the last tunnels, newest first. */
  recent: SavedAccessPoint[];
}

const MAX_FAVORITES = 100;
const MAX_RECENT = 6;

/** Adds an access point to the favorites, or removes it. */
export function withFavorite(
  saved: SavedAccessPoints,
  item: SavedAccessPoint,
  isFavorite: boolean,
): SavedAccessPoints {
  const others = saved.favorites.filter(({ id }) => id !== item.id);
  if (!isFavorite) return { ...saved, favorites: others };
  const favorites = [...others, toItem(item)].sort((a, b) => a.name.localeCompare(b.name));
  return { ...saved, favorites: favorites.slice(0, MAX_FAVORITES) };
}

/** Puts access points that were just used first in the recent ones, without duplicates. */
export function withRecent(saved: SavedAccessPoints, used: readonly SavedAccessPoint[]): SavedAccessPoints {
  const all = [...used.map(toItem), ...saved.recent];
  const recent = all.filter(({ id }, index) => all.findIndex((other) => other.id === id) === index);
  return { ...saved, recent: recent.slice(0, MAX_RECENT) };
}

/** Lists favorites, then recent access points, without duplicates. */
export function listSavedAccessPoints({ favorites, recent }: SavedAccessPoints): SavedAccessPoint[] {
  return [...favorites, ...recent.filter(({ id }) => !favorites.some((other) => other.id === id))];
}

function toItem({ id, name, organization }: SavedAccessPoint): SavedAccessPoint {
  return { id, name, organization };
}
