import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router';

/** How a piece of state is written in the query string. Define it once, outside of components. */
export interface UrlState<T> {
  /** Reads the state. Values that make no sense count as missing. */
  read: (query: URLSearchParams) => T;
  /** Writes the state into the query string, and leaves parameters that belong to others alone. Skips defaults. */
  write: (state: T, query: URLSearchParams) => void;
}

/**
 * Keeps a piece of state in the page's address, so that it can be shared, reloaded, and found again with the back
 * button. A change replaces the history entry, or pushes a new one where the back button should undo it.
 *
 * @returns the state, the same object until it changes, and a function that changes parts of it
 */
export function useUrlState<T>({
  read,
  write,
}: UrlState<T>): [T, (changes: Partial<T>, history?: 'replace' | 'push') => void] {
  const { search } = useLocation();
  const navigate = useNavigate();
  const ownText = useMemo(() => {
    const own = new URLSearchParams();
    write(read(new URLSearchParams(search)), own);
    return own.toString();
  }, [read, write, search]);
  const state = useMemo(() => read(new URLSearchParams(ownText)), [read, ownText]);
  const change = useCallback(
    (changes: Partial<T>, history: 'replace' | 'push' = 'replace') => {
      // From the address itself: a second change can come before the first one is rendered.
      const query = new URLSearchParams(location.search);
      write({ ...read(query), ...changes }, query);
      void navigate({ search: query.toString() }, { replace: history === 'replace' });
    },
    [read, write, navigate],
  );
  return [state, change];
}
