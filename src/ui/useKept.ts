import { useMemo, useSyncExternalStore } from 'react';
import { deviceStorage } from './browserStorage.ts';

// In memory as well, so that it works, for this page, where nothing can be stored.
const kept = new Map<string, unknown>();
const watchers = new Set<() => void>();

/**
 * Something a person keeps on this device, the same in every tab.
 *
 * @param personId the identity it belongs to, so that two people on one device do not see each other's
 * @param name what it is
 * @param read makes something useful of whatever is stored; must be the same function every time
 * @returns what is kept, and how to change it, starting from what is kept at that moment
 */
export function useKept<T>(
  personId: string,
  name: string,
  read: (stored: unknown) => T,
): [T, (change: (before: T) => T) => void] {
  const key = `${personId}.${name}`;
  const stored = useSyncExternalStore(watch, () => current(key));
  const value = useMemo(() => read(stored), [read, stored]);
  const change = (toNext: (before: T) => T) => {
    const next = toNext(read(current(key)));
    kept.set(key, next);
    deviceStorage.write(key, next);
    tell();
  };
  return [value, change];
}

function current(key: string): unknown {
  if (!kept.has(key)) kept.set(key, deviceStorage.read(key));
  return kept.get(key);
}

function watch(watcher: () => void): () => void {
  if (watchers.size === 0) addEventListener('storage', forgetAll);
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
    if (watchers.size === 0) removeEventListener('storage', forgetAll);
  };
}

/** Another tab changed something: read anew. */
function forgetAll(): void {
  kept.clear();
  tell();
}

function tell(): void {
  for (const watcher of watchers) watcher();
}
