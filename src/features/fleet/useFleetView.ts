import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type FleetView, readFleetView, writeFleetView } from '../../domain/fleet/urlState.ts';

/** How the list is looked at, kept in the address, so that it can be shared, reloaded and gone back to. */
export function useFleetView(): [FleetView, (change: Partial<FleetView>) => void] {
  const [query, setQuery] = useSearchParams();
  // The rest of the address (an open panel, for one) changes nothing about the rows.
  const address = writeFleetView(readFleetView(query), new URLSearchParams()).toString();
  const view = useMemo(() => readFleetView(new URLSearchParams(address)), [address]);
  const changeView = useCallback(
    (change: Partial<FleetView>) => {
      setQuery((before) => writeFleetView({ ...readFleetView(before), ...change }, before), {
        replace: true,
      });
    },
    [setQuery],
  );
  return [view, changeView];
}
