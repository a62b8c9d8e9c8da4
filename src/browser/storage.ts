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
    /** Tells from now on under which name another tab changed something; null: everything is gone. */
    watch(onChange: (name: string | null) => void): void {
      addEventListener('storage', ({ key }) => {
        if (key === null) onChange(null);
        else if (key.startsWith(prefix)) onChange(key.slice(prefix.length));
      });
    },
  };
}
