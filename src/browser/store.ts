/** A value outside React, such as the session, that can be observed. */
export interface Store<T> {
  get: () => T;
  set: (next: T) => void;
  /** Calls the listener after every `set`; returns the function that stops it. Fits `useSyncExternalStore`. */
  subscribe: (listener: () => void) => () => void;
}

/** Creates a store with its first value. */
export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
