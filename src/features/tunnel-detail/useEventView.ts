import { useSearchParams } from 'react-router';
import type { TunnelEventFilter } from '../../api/tunnelEvents.ts';
import type { EventOrder } from '../../domain/eventTimeline.ts';

/** What is shown of a tunnel's events; it stands in the address. */
export interface EventView {
  order: EventOrder;
  filter: TunnelEventFilter;
  /** The event a link led to. */
  chosenId: string | null;
}

/** Reads and changes what the address says: `?order=oldest`, `?only=errors` or `?code=NAME`, `?event=ID`. */
export function useEventView(): [EventView, (changes: Partial<EventView>) => void] {
  const [query, setQuery] = useSearchParams();
  const code = query.get('code');
  const view: EventView = {
    order: query.get('order') === 'oldest' ? 'oldest' : 'newest',
    filter: query.get('only') === 'errors' ? { onlyErrors: true } : code ? { codeName: code } : {},
    chosenId: query.get('event'),
  };
  const change = (changes: Partial<EventView>) => {
    const { order, filter, chosenId } = { ...view, ...changes };
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
  return [view, change];
}
