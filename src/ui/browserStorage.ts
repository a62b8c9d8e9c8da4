/**
 * What a page keeps for one tab, such as a draft: it survives a reload and the way to a sign-in and back, and is
 * forgotten when one signs out.
 *
 * Never tokens: those are session's.
 */
export const tabStorage = bestEffort(() => sessionStorage, 'globus-streams.draft.');

/**
 * What a person keeps on this device, such as favourites: it stays, for all tabs, until the person clears it. The
 * person's identity id must be in the name of what is theirs. Never tokens, and nothing that is nobody else's
 * business: whoever uses the device can read it.
 */
export const deviceStorage = bestEffort(() => localStorage, 'globus-streams.kept.');

/** Storage that is full, blocked or holds nonsense must never break a page: writing may fail, reading gives null. */
function bestEffort(area: () => Storage, prefix: string) {
  return {
    /** What was kept under the name, unchecked, or null. */
    read(name: string): unknown {
      try {
        return JSON.parse(area().getItem(prefix + name) ?? 'null');
      } catch {
        return null;
      }
    },
    write(name: string, value: unknown): void {
      try {
        area().setItem(prefix + name, JSON.stringify(value));
      } catch {
        // The page works on without.
      }
    },
    remove(name: string): void {
      try {
        area().removeItem(prefix + name);
      } catch {
        // Nothing was kept either.
      }
    },
    /** Tells when another tab changed what is kept under the name. */
    watch(name: string, onChange: () => void): () => void {
      const listener = ({ key }: StorageEvent) => key === prefix + name && onChange();
      addEventListener('storage', listener);
      return () => removeEventListener('storage', listener);
    },
  };
}
