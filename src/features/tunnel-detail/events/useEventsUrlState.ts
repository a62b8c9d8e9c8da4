import { useSearchParams } from 'react-router';
import type { TunnelEventFilter } from '../../../api/tunnels/tunnelEvents.ts';
import type { EventOrder } from '../../../domain/tunnel/eventTimeline.ts';

/** What is shown of a tunnel's events; it stands in the address. */
export interface EventsUrlState {
  order: EventOrder;
  filter: TunnelEventFilter;
  /** The event a link led to. */
  chosenId: string | null;
}

/** Reads and changes what the address says: `?order=oldest`, `?only=errors` or `?code=NAME`, `?event=ID`. */
export function useEventsUrlState(): [EventsUrlState, (changes: Partial<EventsUrlState>) => void] {
  const [query, setQuery] = useSearchParams();
  const change = (changes: Partial<EventsUrlState>) => {
    // From the address itself: of two changes in a row the second comes before the first is drawn.
    const now = readView(new URLSearchParams(location.search));
    const { order, filter, chosenId } = { ...now, ...changes };
    setQuery(
      {
        ...(order === 'oldest' && { order }),
        ...(filter.onlyErrors && { only: 'errors' }),
        ...(filter.codeName && { code: filter.codeName }),
        ...(chosenId && { event: chosenId }),
      },
      { replace: true },
    );
  };
  return [readView(query), change];
}

function readView(query: URLSearchParams): EventsUrlState {
  const code = query.get('code');
  return {
    order: query.get('order') === 'oldest' ? 'oldest' : 'newest',
    filter: query.get('only') === 'errors' ? { onlyErrors: true } : code ? { codeName: code } : {},
    chosenId: query.get('event'),
  };
}
