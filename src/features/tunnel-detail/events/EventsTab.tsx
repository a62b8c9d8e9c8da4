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
import { useEventsUrlState } from './useEventsUrlState.ts';
import { useTunnelEvents } from './useTunnelEvents.ts';

/** What happened to a tunnel, as Globus tells it: live, filtered by the server, all of it. */
export function EventsTab({ tunnelId }: { tunnelId: string }) {
  const [view, changeView] = useEventsUrlState();
  const { order, filter, chosenId } = view;
  const { query, events, isEveryEvent, lacksNewest, isReading } = useTunnelEvents(tunnelId, filter);
  const { unreadable = 0, nextPage } = query.data ?? {};
  const isChosenHere = events?.some(({ id }) => id === chosenId) ?? false;
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
              <EventsToRead
                count={events?.length ?? 0}
                lacksNewest={lacksNewest}
                isReading={isReading || query.isFetching}
                onReadOn={query.refetch}
              />
            )}
            {unreadable > 0 && (
              <p className="muted" role="status">
                {unreadable === 1 ? 'One further event' : `${unreadable} further events`} came in a form that
                could not be read.
              </p>
            )}
            {chosenId !== null && !isChosenHere && !isReading && (
              <p role="status">
                Event #{chosenId} is not among these.{' '}
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

/** That there is more than is shown, and which part this is. */
function EventsToRead({
  count,
  lacksNewest,
  isReading,
  onReadOn,
}: {
  count: number;
  lacksNewest: boolean;
  isReading: boolean;
  onReadOn: () => unknown;
}) {
  if (isReading) {
    return (
      <p className="muted" role="status">
        Reading further events; {count} so far
      </p>
    );
  }
  return (
    <div className={styles.notice}>
      <p role="status">
        There are more events than these {count}: {lacksNewest ? 'the newest' : 'older ones'} are not read
        yet.
      </p>
      <button type="button" className="button" onClick={onReadOn}>
        Load {lacksNewest ? 'newer' : 'older'} events
      </button>
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
