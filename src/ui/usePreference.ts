import { useMemo, useSyncExternalStore } from 'react';
import { preferenceName, readPreference, watchPreferences, writePreference } from '../browser/preferences.ts';

/**
 * Returns a preference that is saved on this device. It is the same in every tab.
 *
 * @param personId the ID of the identity that the preference belongs to
 * @param what the name of the preference
 * @param read checks what is stored and returns a usable value; must be the same function on every render
 * @returns the value, and a function that changes it, starting from what is stored at that moment
 */
export function usePreference<T>(
  personId: string,
  what: string,
  read: (stored: unknown) => T,
): [T, (change: (before: T) => T) => void] {
  const name = preferenceName(personId, what);
  const stored = useSyncExternalStore(watchPreferences, () => readPreference(name));
  const value = useMemo(() => read(stored), [read, stored]);
  const change = (toNext: (before: T) => T) => writePreference(name, toNext(read(readPreference(name))));
  return [value, change];
}
