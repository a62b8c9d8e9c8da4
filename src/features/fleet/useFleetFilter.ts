import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { FleetFilter } from '../../domain/fleet.ts';
import { TUNNEL_STATES } from '../../domain/tunnelState.ts';

/** The filter of the list, kept in the address, so that it can be shared, reloaded and gone back to. */
export function useFleetFilter(): [FleetFilter, (filter: FleetFilter) => void] {
  const [query, setQuery] = useSearchParams();
  const filter = useMemo(
    () => ({
      text: query.get('q') ?? '',
      state: TUNNEL_STATES.find((state) => state === query.get('state')) ?? null,
    }),
    [query],
  );
  const setFilter = useCallback(
    ({ text, state }: FleetFilter) => {
      setQuery({ ...(text ? { q: text } : {}), ...(state ? { state } : {}) }, { replace: true });
    },
    [setQuery],
  );
  return [filter, setFilter];
}
