import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type FleetUrlState, parseFleetUrlState, writeFleetUrlState } from '../../domain/fleet/urlState.ts';

/** How the list is looked at, kept in the address, so that it can be shared, reloaded and gone back to. */
export function useFleetUrlState(): [FleetUrlState, (change: Partial<FleetUrlState>) => void] {
  const [query, setQuery] = useSearchParams();
  // The rest of the address (an open panel, for one) changes nothing about the rows.
  const address = writeFleetUrlState(parseFleetUrlState(query), new URLSearchParams()).toString();
  const view = useMemo(() => parseFleetUrlState(new URLSearchParams(address)), [address]);
  const changeView = useCallback(
    (change: Partial<FleetUrlState>) => {
      setQuery((before) => writeFleetUrlState({ ...parseFleetUrlState(before), ...change }, before), {
        replace: true,
      });
    },
    [setQuery],
  );
  return [view, changeView];
}
