import { namespaced } from './namespace.ts';

/** A part of the browser's storage. What it returns is unchecked: callers validate it. */
export interface StorageArea {
  /** Returns what is stored under the name, or null. */
  read: (name: string) => unknown;
  /** Stores a value as JSON. Storage that is full or blocked is not an error: the page works without it. */
  write: (name: string, value: unknown) => void;
  remove: (name: string) => void;
  /** Removes everything in this area. */
  clear: () => void;
  /** Calls back when another tab changes this area, with the name, or null when everything was cleared. */
  watch: (onChange: (name: string | null) => void) => void;
}

/**
 * Holds what a tab keeps across a reload and a sign-in, such as drafts. Signing out clears it. Never tokens: those
 * belong to `authStorage`.
 */
export const tabStorage = storageArea(() => sessionStorage, 'draft.');

/** Holds a tab's session and its sign-ins in progress. Only `session/` uses it. */
export const authStorage = storageArea(() => sessionStorage, 'auth.');

/**
 * Holds what a user saves on this device, such as favorites, for all tabs. Put the ID of the user's identity into the
 * names. Never store tokens or anything confidential here: everyone who uses the device can read it.
 */
export const deviceStorage = storageArea(() => localStorage, 'preferences.');

/**
 * Holds when people last signed out on this device, by identity ID, so that a tab that couldn't hear it learns it later.
 * Contains no token. Only `session/` uses it.
 */
export const signOutStorage = storageArea(() => localStorage, 'sign-out.');

/** Holds when someone last used the dashboard on this device, for all tabs. Only `session/` uses it. */
export const usageStorage = storageArea(() => localStorage, 'usage.');

function storageArea(storage: () => Storage, prefix: string): StorageArea {
  const keyOf = (name: string) => namespaced(prefix + name);
  return {
    read: (name) => {
      const key = keyOf(name);
      return attempt(() => JSON.parse(storage().getItem(key) ?? 'null') as unknown) ?? null;
    },
    write: (name, value) => {
      const key = keyOf(name);
      attempt(() => storage().setItem(key, JSON.stringify(value)));
    },
    remove: (name) => {
      const key = keyOf(name);
      attempt(() => storage().removeItem(key));
    },
    clear: () => {
      const start = keyOf('');
      attempt(() => {
        for (const key of Object.keys(storage())) if (key.startsWith(start)) storage().removeItem(key);
      });
    },
    watch: (onChange) => {
      addEventListener('storage', ({ key }) => {
        if (key === null) onChange(null);
        // Without a namespace, nothing has been read yet.
        const start = attempt(() => keyOf(''));
        if (key !== null && start !== undefined && key.startsWith(start)) onChange(key.slice(start.length));
      });
    },
  };
}

/** Storage can be full, blocked, or hold invalid JSON. None of that may break a page. */
function attempt<T>(access: () => T): T | undefined {
  try {
    return access();
  } catch {
    return undefined;
  }
}
