// What this dashboard keeps in a tab's sessionStorage, by its names; browser/storage.ts writes drafts there under
// the same beginning. Storage that is full, blocked or holds nonsense must never break a page.

const EVERYTHING = 'globus-streams.';
const DRAFTS = 'globus-streams.draft.';

/** Reads what was kept under a name, unchecked; null when there is nothing, or no storage. */
export function readTabMemory(name: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(EVERYTHING + name) ?? 'null');
  } catch {
    return null;
  }
}

/** Keeps a value under a name, if this browser lets it. */
export function writeTabMemory(name: string, value: unknown): void {
  try {
    sessionStorage.setItem(EVERYTHING + name, JSON.stringify(value));
  } catch {
    // The page works on without; after a reload it is gone.
  }
}

/** Forgets what was kept under a name. */
export function removeTabMemory(name: string): void {
  removeAll((key) => key === EVERYTHING + name);
}

/** Forgets what a person typed here: it is not for the one who signs in next. */
export function forgetDrafts(): void {
  removeAll((key) => key.startsWith(DRAFTS));
}

/** Forgets the person altogether: tokens, drafts, sign-ins under way. */
export function forgetTabMemory(): void {
  removeAll((key) => key.startsWith(EVERYTHING));
}

function removeAll(matches: (key: string) => boolean): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (matches(key)) sessionStorage.removeItem(key);
  } catch {
    // Storage that cannot be reached holds nothing either.
  }
}
