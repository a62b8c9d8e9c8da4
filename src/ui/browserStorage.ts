/**
 * What a page keeps in this browser: drafts for one tab, preferences for good. Storage that is full, blocked or
 * holds nonsense must never break a page, so writing is best effort and reading gives null.
 *
 * Never tokens: those are session's.
 */
function keep(storage: () => Storage, prefix: string) {
  return {
    /** What was kept under the name, unchecked, or null. */
    read(name: string): unknown {
      try {
        return JSON.parse(storage().getItem(prefix + name) ?? 'null');
      } catch {
        return null;
      }
    },
    write(name: string, value: unknown): void {
      try {
        storage().setItem(prefix + name, JSON.stringify(value));
      } catch {
        // Best effort: the page works on without.
      }
    },
    remove(name: string): void {
      try {
        storage().removeItem(prefix + name);
      } catch {
        // Nothing was kept either.
      }
    },
  };
}

/** Kept while the tab is open; survives a reload and the way to a sign-in and back. */
export const tabStorage = keep(() => sessionStorage, 'globus-streams.draft.');

/** Kept in this browser until it is removed. */
export const deviceStorage = keep(() => localStorage, 'globus-streams.keep.');
