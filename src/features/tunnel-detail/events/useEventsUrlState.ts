import type { TunnelEventFilter } from '../../../api/tunnels/tunnelEvents.ts';
import type { EventOrder } from '../../../domain/tunnel/eventTimeline.ts';
import { type UrlState, useUrlState } from '../../../ui/useUrlState.ts';

/** Which of a tunnel's events the page shows, and how. */
export interface EventsUrlState {
  order: EventOrder;
  filter: TunnelEventFilter;
  /** The event that a link led to. */
  chosenId: string | null;
}

/** In the query string: `order=oldest`, `only=errors` or `code=NAME`, `event=ID`. */
const eventsUrlState: UrlState<EventsUrlState> = {
  read: (query) => {
    const code = query.get('code');
    return {
      order: query.get('order') === 'oldest' ? 'oldest' : 'newest',
      filter: query.get('only') === 'errors' ? { onlyErrors: true } : code ? { codeName: code } : {},
      chosenId: query.get('event') || null,
    };
  },
  write: ({ order, filter, chosenId }, query) => {
    setOrDelete(query, 'order', order === 'oldest' ? order : null);
    setOrDelete(query, 'only', filter.onlyErrors ? 'errors' : null);
    setOrDelete(query, 'code', filter.codeName || null);
    setOrDelete(query, 'event', chosenId);
  },
};

/** Keeps the events view of a tunnel's page in its address. */
export function useEventsUrlState() {
  return useUrlState(eventsUrlState);
}

function setOrDelete(query: URLSearchParams, name: string, value: string | null): void {
  if (value === null) query.delete(name);
  else query.set(name, value);
}
