import { useCallback, useEffect } from 'react';
import { Link } from 'react-router';
import { routePaths } from '../../config/routePaths.ts';
import type { TunnelEvent } from '../../domain/tunnelEvent.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { EventTimeline } from '../../ui/EventTimeline.tsx';
import { LoadMore } from '../../ui/LoadMore.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { EventControls } from './EventControls.tsx';
import { EventsOverTime } from './EventsOverTime.tsx';
import styles from './EventsTab.module.css';
import { useEventView } from './useEventView.ts';
import { useTunnelEvents } from './useTunnelEvents.ts';

/** What happened to a tunnel, as Globus tells it: live, filtered by the server, as far back as it goes. */
export function EventsTab({ tunnelId }: { tunnelId: string }) {
  const [view, changeView] = useEventView();
  const { order, filter, chosenId } = view;
  const { query, events, isEveryEvent } = useTunnelEvents(tunnelId, filter);
  const isChosenHere = events?.some(({ id }) => id === chosenId) ?? false;
  // Globus gives pages from one end only: the oldest event, or the one a link leads to, may be on the last.
  const wantsAll = order === 'oldest' || (chosenId !== null && !isChosenHere);
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = query;
  const fetchesAll = wantsAll && hasNextPage && !isFetchNextPageError;
  useEffect(() => {
    if (fetchesAll && !isFetching) void fetchNextPage();
  }, [fetchesAll, isFetching, fetchNextPage]);
  const eventLink = useCallback(
    ({ id }: TunnelEvent) => (
      <Link className={styles.link} to={routePaths.tunnelEvent(tunnelId, id)} replace>
        #{id}
        <span className="visually-hidden"> Link to this event</span>
      </Link>
    ),
    [tunnelId],
  );
  return (
    <div className="stack">
      <EventControls
        tunnelId={tunnelId}
        view={view}
        onChange={changeView}
        events={events ?? []}
        isEveryEvent={isEveryEvent}
      />
      <QueryStates
        query={query}
        skeleton={<Skeleton rows={4} height="56px" />}
        isEmpty={() => events?.length === 0 && !hasNextPage}
        empty={<NoEvents isFiltered={Boolean(filter.onlyErrors || filter.codeName)} />}
      >
        {() => (
          <>
            <EventsOverTime events={events ?? []} isEveryEvent={isEveryEvent} />
            {fetchesAll && (
              <p className="muted" role="status">
                Reading further events; {events?.length ?? 0} so far
              </p>
            )}
            {chosenId !== null && !isChosenHere && !hasNextPage && (
              <p role="status">
                Event #{chosenId} is not among these.{' '}
                <button
                  type="button"
                  className="button plain"
                  onClick={() => changeView({ filter: {}, chosenId: null })}
                >
                  Show all events
                </button>
              </p>
            )}
            <EventTimeline events={events ?? []} order={order} chosenId={chosenId} eventLink={eventLink} />
            {!wantsAll && <LoadMore pages={query} />}
          </>
        )}
      </QueryStates>
    </div>
  );
}

function NoEvents({ isFiltered }: { isFiltered: boolean }) {
  return isFiltered ? (
    <EmptyState title="No such events">Globus tells of none of this kind for this tunnel.</EmptyState>
  ) : (
    <EmptyState title="Nothing has happened yet">
      Globus tells here when the tunnel starts, becomes active, fails or stops.
    </EmptyState>
  );
}
