import { useSyncExternalStore } from 'react';
import { tabStorage } from '../../../browser/storage.ts';
import { type Draft, EMPTY_DRAFT, readDraft } from './draft.ts';

const NAME = 'new-tunnel';

let draft: Draft | null = null;
const watchers = new Set<() => void>();

/** The tab's draft. Every change is kept at once, so that a reload or a sign-in a moment later loses nothing. */
export function currentDraft(): Draft {
  draft ??= readDraft(tabStorage.read(NAME));
  return draft;
}

/** Changes some of it. Unless the change says otherwise, nothing is sent by itself from then on. */
export function changeDraft(changes: Partial<Draft>): void {
  draft = { ...currentDraft(), resume: false, sentAtMs: null, ...changes };
  tabStorage.write(NAME, draft);
  tell();
}

/** Begins anew. */
export function clearDraft(): void {
  draft = EMPTY_DRAFT;
  tabStorage.remove(NAME);
  tell();
}

/** The tab's draft; renders again when it changes. */
export function useDraft(): Draft {
  return useSyncExternalStore(watch, currentDraft);
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function tell(): void {
  for (const watcher of watchers) watcher();
}
