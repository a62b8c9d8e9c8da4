import { useSyncExternalStore } from 'react';
import { tabStorage } from '../../../browser/storage.ts';
import { createStore } from '../../../browser/store.ts';
import { type Draft, EMPTY_DRAFT, readDraft } from './draft.ts';

const NAME = 'new-tunnel';

/** The stored draft, read when it is first needed: storage has no namespace while this module loads. */
let stored: Draft | null = null;
/** The draft after its first change, or null. */
const store = createStore<Draft | null>(null);

/** Returns the tab's draft. Every change is stored immediately, so a reload or a sign-in doesn't lose it. */
export function currentDraft(): Draft {
  stored ??= readDraft(tabStorage.read(NAME));
  return store.get() ?? stored;
}

/** Changes parts of the draft. Unless the change says otherwise, the draft is no longer sent automatically. */
export function changeDraft(changes: Partial<Draft>): void {
  const draft = { ...currentDraft(), resume: false, sentAtMs: null, ...changes };
  tabStorage.write(NAME, draft);
  store.set(draft);
}

/** Replaces the draft with an empty one. */
export function clearDraft(): void {
  tabStorage.remove(NAME);
  store.set(EMPTY_DRAFT);
}

/** Returns the tab's draft; renders again when it changes. */
export function useDraft(): Draft {
  return useSyncExternalStore(store.subscribe, currentDraft);
}
