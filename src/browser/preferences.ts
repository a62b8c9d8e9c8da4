import { deviceStorage } from './storage.ts';
import { createStore } from './store.ts';

// Also in memory, so that preferences work for this page where nothing can be stored.
const values = new Map<string, unknown>();
/** Counts the changes: listeners read the preference they need. */
const revision = createStore(0);

// From the start, so that the values in memory are never older than what another tab stored.
deviceStorage.watch(onOtherTab);

/** Returns the name of a user's preference, so that people who share a device don't share preferences. */
export const preferenceName = (personId: string, what: string) => `${personId}.${what}`;

/** Returns a stored preference, unchecked, or null. Returns the same object until the preference changes. */
export function readPreference(name: string): unknown {
  if (!values.has(name)) values.set(name, deviceStorage.read(name));
  return values.get(name);
}

/** Stores a preference. */
export function writePreference(name: string, value: unknown): void {
  values.set(name, value);
  deviceStorage.write(name, value);
  revision.set(revision.get() + 1);
}

/** Calls back when any preference changes, in this tab or another; returns the function that stops it. */
export const watchPreferences = revision.subscribe;

function onOtherTab(name: string | null): void {
  if (name === null) values.clear();
  else values.delete(name);
  revision.set(revision.get() + 1);
}
