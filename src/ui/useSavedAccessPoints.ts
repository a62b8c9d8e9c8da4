import * as v from 'valibot';
import type { SavedAccessPoint, SavedAccessPoints } from '../domain/site/savedAccessPoints.ts';
import { usePreference } from './usePreference.ts';

const Item = v.object({
  id: v.string(),
  name: v.string(),
  organization: v.fallback(v.nullable(v.string()), null),
});
const Stored = v.object({
  favorites: v.fallback(v.array(v.unknown()), []),
  recent: v.fallback(v.array(v.unknown()), []),
});

/**
 * Returns the access points that a user saved on this device, and a function that changes them.
 *
 * @param personId the ID of the user's identity
 */
export function useSavedAccessPoints(personId: string) {
  return usePreference(personId, 'access-points', parseSavedAccessPoints);
}

/** Parses what is stored, which may be anything; leaves out items that can't be used. */
export function parseSavedAccessPoints(stored: unknown): SavedAccessPoints {
  const { favorites, recent } = v.parse(v.fallback(Stored, { favorites: [], recent: [] }), stored);
  return { favorites: usableItems(favorites), recent: usableItems(recent) };
}

function usableItems(items: readonly unknown[]): SavedAccessPoint[] {
  return items.flatMap((item) => {
    const { success, output } = v.safeParse(Item, item);
    return success ? [output] : [];
  });
}
