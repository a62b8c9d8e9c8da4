/**
 * What a page keeps for one tab, such as a draft: it survives a reload and the way to a sign-in and back. Storage
 * that is full, blocked or holds nonsense must never break a page, so writing is best effort and reading gives null.
 *
 * Never tokens: those are session's.
 */
export const tabStorage = {
  /** What was kept under the name, unchecked, or null. */
  read(name: string): unknown {
    try {
      return JSON.parse(sessionStorage.getItem(PREFIX + name) ?? 'null');
    } catch {
      return null;
    }
  },
  write(name: string, value: unknown): void {
    try {
      sessionStorage.setItem(PREFIX + name, JSON.stringify(value));
    } catch {
      // Best effort: the page works on without.
    }
  },
  remove(name: string): void {
    try {
      sessionStorage.removeItem(PREFIX + name);
    } catch {
      // Nothing was kept either.
    }
  },
};

const PREFIX = 'globus-streams.draft.';
