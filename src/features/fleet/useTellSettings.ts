import { useSyncExternalStore } from 'react';
import { readTellSettings, type TellSettings } from '../../domain/tellSettings.ts';
import { deviceStorage } from '../../ui/browserStorage.ts';

const NAME = 'tell';

let known = readTellSettings(deviceStorage.read(NAME));
const watchers = new Set<() => void>();

/** What this person wants to be told, on this device; the same in every tab. */
export function tellSettings(): TellSettings {
  return known;
}

export function changeTellSettings(change: Partial<TellSettings>): void {
  known = { ...known, ...change };
  deviceStorage.write(NAME, known);
  for (const tell of watchers) tell();
}

export function useTellSettings(): TellSettings {
  return useSyncExternalStore(watch, tellSettings);
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  const stopWatching = deviceStorage.watch(NAME, () => {
    known = readTellSettings(deviceStorage.read(NAME));
    watcher();
  });
  return () => {
    watchers.delete(watcher);
    stopWatching();
  };
}
