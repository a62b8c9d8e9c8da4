import { useCallback } from 'react';
import { Link } from 'react-router';
import { routePaths } from '../../../config/routePaths.ts';
import type { TunnelEvent } from '../../../domain/tunnel/event.ts';
import { EmptyState } from '../../../ui/notices/EmptyState.tsx';
import { QueryStates } from '../../../ui/query-states/QueryStates.tsx';
import { Skeleton } from '../../../ui/query-states/Skeleton.tsx';
import { EventTimeline } from '../../../ui/tunnel/EventTimeline.tsx';
import { EventControls } from './EventControls.tsx';
import { EventsOverTime } from './EventsOverTime.tsx';
import styles from './EventsTab.module.css';
import { MoreEventsNotice } from './MoreEventsNotice.tsx';
import { useEventsUrlState } from './useEventsUrlState.ts';
import { useTunnelEvents } from './useTunnelEvents.ts';

/** Lists a tunnel's events as Globus reports them: live, and filtered by the server. */
export function EventsTab({ tunnelId }: { tunnelId: string }) {
  const [view, changeView] = useEventsUrlState();
  const { order, filter, chosenId } = view;
  const { query, events, isEveryEvent, lacksNewest, isInitialLoad } = useTunnelEvents(tunnelId, filter);
  const { unreadable = 0, nextPage } = query.data ?? {};
  const isChosenListed = events?.some(({ id }) => id === chosenId) ?? false;
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
        isEmpty={() => events?.length === 0 && isEveryEvent}
        empty={<NoEvents isFiltered={Boolean(filter.onlyErrors || filter.codeName)} />}
      >
        {() => (
          <>
            <EventsOverTime events={events ?? []} isEveryEvent={isEveryEvent} />
            {nextPage != null && (
              <MoreEventsNotice
                count={events?.length ?? 0}
                lacksNewest={lacksNewest}
                isLoading={isInitialLoad || query.isFetching}
                onLoadMore={query.refetch}
              />
            )}
            {unreadable > 0 && (
              <p className="muted" role="status">
                {unreadable === 1 ? '1 event couldn’t be read.' : `${unreadable} events couldn’t be read.`}
              </p>
            )}
            {chosenId !== null && !isChosenListed && !isInitialLoad && (
              <p role="status">
                Event #{chosenId} isn’t in this list.{' '}
                <button
                  type="button"
                  className="button"
                  onClick={() => changeView({ filter: {}, chosenId: null })}
                >
                  Show all events
                </button>
              </p>
            )}
            <EventTimeline events={events ?? []} order={order} chosenId={chosenId} eventLink={eventLink} />
          </>
        )}
      </QueryStates>
    </div>
  );
}

function NoEvents({ isFiltered }: { isFiltered: boolean }) {
  return isFiltered ? (
    <EmptyState title="No events of this type">Globus has reported none for this tunnel.</EmptyState>
  ) : (
    <EmptyState title="No events yet">
      You’ll see events here when the tunnel starts, becomes active, fails, or stops.
    </EmptyState>
  );
}
