import { useMemo, useSyncExternalStore } from 'react';
import { keep, keptName, readKept, watchKept } from '../browser/preferences.ts';

/**
 * Something a person keeps on this device, the same in every tab.
 *
 * @param personId the identity it belongs to
 * @param what what it is
 * @param read makes something useful of whatever is stored; must be the same function every time
 * @returns what is kept, and how to change it, starting from what is kept at that moment
 */
export function useKept<T>(
  personId: string,
  what: string,
  read: (stored: unknown) => T,
): [T, (change: (before: T) => T) => void] {
  const name = keptName(personId, what);
  const stored = useSyncExternalStore(watchKept, () => readKept(name));
  const value = useMemo(() => read(stored), [read, stored]);
  const change = (toNext: (before: T) => T) => keep(name, toNext(read(readKept(name))));
  return [value, change];
}
