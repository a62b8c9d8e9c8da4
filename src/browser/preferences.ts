import { deviceStorage } from './storage.ts';

// In memory as well, so that it works, for this page, where nothing can be stored.
const kept = new Map<string, unknown>();
const watchers = new Set<() => void>();

// For good: what is in memory must not be older than what another tab keeps, whether anybody watches or not.
deviceStorage.watch(onOtherTab);

/** What something is kept under. By person, so that two people on one device do not see each other's. */
export const keptName = (personId: string, what: string) => `${personId}.${what}`;

/** What is kept under a name, unchecked, or null; the same object until somebody changes it. */
export function readKept(name: string): unknown {
  if (!kept.has(name)) kept.set(name, deviceStorage.read(name));
  return kept.get(name);
}

/** Keeps something in place of what was kept under the name. */
export function keep(name: string, value: unknown): void {
  kept.set(name, value);
  deviceStorage.write(name, value);
  tell();
}

/** Tells when anything that is kept changed, in this tab or another; @returns how to stop it */
export function watchKept(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function onOtherTab(name: string | null): void {
  if (name === null) kept.clear();
  else kept.delete(name);
  tell();
}

function tell(): void {
  for (const watcher of watchers) watcher();
}
