// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { readPreference, watchPreferences, writePreference } from './preferences.ts';

const PREFIX = 'globus-streams / client preferences.';

/** Another tab keeps something: the storage holds it, and this tab is told. */
function otherTabKeeps(name: string, value: unknown): void {
  localStorage.setItem(PREFIX + name, JSON.stringify(value));
  window.dispatchEvent(new StorageEvent('storage', { key: PREFIX + name }));
}

it('knows what another tab kept, whether anybody watches or not', () => {
  const stop = watchPreferences(() => {});
  writePreference('ada.stars', ['a']);
  stop();
  otherTabKeeps('ada.stars', ['a', 'b']);
  expect(readPreference('ada.stars')).toEqual(['a', 'b']);
});

it('tells who watches, of both tabs; what another tab keeps under another name changes nothing', () => {
  const told = vi.fn();
  const stop = watchPreferences(told);
  writePreference('ada.stars', ['a']);
  expect(told).toHaveBeenCalledTimes(1);
  const before = readPreference('ada.stars');
  otherTabKeeps('ada.tell', { sound: true });
  expect(told).toHaveBeenCalledTimes(2);
  expect(readPreference('ada.stars')).toBe(before);
  stop();
  writePreference('ada.stars', []);
  expect(told).toHaveBeenCalledTimes(2);
});

it('works for this page where nothing can be stored, until all is cleared', () => {
  const unstorable = [1n];
  writePreference('ada.presets', unstorable);
  otherTabKeeps('ada.stars', []);
  expect(readPreference('ada.presets')).toBe(unstorable);
  window.dispatchEvent(new StorageEvent('storage', { key: null }));
  expect(readPreference('ada.presets')).toBeNull();
});
