// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { readPreference, watchPreferences, writePreference } from './preferences.ts';

const PREFIX = 'globus-streams / client preferences.';

/** Stores a value as another tab would: it is in the storage, and this tab gets an event. */
function storeFromOtherTab(name: string, value: unknown): void {
  localStorage.setItem(PREFIX + name, JSON.stringify(value));
  window.dispatchEvent(new StorageEvent('storage', { key: PREFIX + name }));
}

it('returns what another tab stored, with or without listeners', () => {
  const stop = watchPreferences(() => {});
  writePreference('ada.stars', ['a']);
  stop();
  storeFromOtherTab('ada.stars', ['a', 'b']);
  expect(readPreference('ada.stars')).toEqual(['a', 'b']);
});

it('notifies listeners of changes in both tabs; another preference keeps its value', () => {
  const listener = vi.fn();
  const stop = watchPreferences(listener);
  writePreference('ada.stars', ['a']);
  expect(listener).toHaveBeenCalledTimes(1);
  const before = readPreference('ada.stars');
  storeFromOtherTab('ada.notifications', { sound: true });
  expect(listener).toHaveBeenCalledTimes(2);
  expect(readPreference('ada.stars')).toBe(before);
  stop();
  writePreference('ada.stars', []);
  expect(listener).toHaveBeenCalledTimes(2);
});

it("keeps a value that can't be stored for this page, until everything is cleared", () => {
  const unstorable = [1n];
  writePreference('ada.presets', unstorable);
  storeFromOtherTab('ada.stars', []);
  expect(readPreference('ada.presets')).toBe(unstorable);
  window.dispatchEvent(new StorageEvent('storage', { key: null }));
  expect(readPreference('ada.presets')).toBeNull();
});
