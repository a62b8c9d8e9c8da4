import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { pollEvents } from '../../api/polling.ts';
import { tunnelEventQueries } from '../../api/tunnelEvents.ts';
import { tunnelQueries } from '../../api/tunnels.ts';
import type { Tunnel } from '../../domain/tunnel.ts';
import type { TunnelEvent } from '../../domain/tunnelEvent.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { QueryStates } from '../../ui/QueryStates.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { TimeText } from '../../ui/TimeText.tsx';
import styles from './EventList.module.css';

/** What happened to a tunnel, as Globus tells it. */
export function EventList({ tunnel }: { tunnel: Tunnel }) {
  const client = useQueryClient();
  const query = useInfiniteQuery({
    ...tunnelEventQueries.list(tunnel.id),
    refetchInterval: ({ state }) =>
      pollEvents(state, client.getQueryState(tunnelQueries.detail(tunnel.id).queryKey)),
  });
  return (
    <QueryStates
      query={query}
      skeleton={<Skeleton rows={4} height="56px" />}
      isEmpty={({ pages }) => pages.every(({ events }) => events.length === 0)}
      empty={
        <EmptyState title="Nothing has happened yet">
          Globus tells here when the tunnel starts, becomes active, fails or stops.
        </EmptyState>
      }
    >
      {({ pages }) => (
        <>
          <ol className={styles.events} aria-label="Events">
            {pages
              .flatMap(({ events }) => events)
              .map((event) => (
                <EventItem key={event.id} event={event} />
              ))}
          </ol>
          {query.hasNextPage && (
            <button
              type="button"
              className="button"
              aria-disabled={query.isFetchingNextPage}
              onClick={() => query.fetchNextPage()}
            >
              {query.isFetchingNextPage ? 'Loading' : 'Show more'}
            </button>
          )}
        </>
      )}
    </QueryStates>
  );
}

function EventItem({ event }: { event: TunnelEvent }) {
  return (
    <li className={styles.event} data-error={event.isError}>
      <span className={styles.time}>
        <TimeText ms={event.timeMs} />
      </span>
      <span className={styles.mark} aria-hidden="true">
        {event.isError ? '▲' : '●'}
      </span>
      <div className={styles.words}>
        <p>
          {event.isError && <strong className={styles.error}>Error </strong>}
          <span className="mono">{event.codeText}</span> <span dir="auto">{event.description}</span>
        </p>
        {event.details && (
          <details>
            <summary>Details</summary>
            <p className={styles.details} dir="auto">
              {event.details}
            </p>
          </details>
        )}
      </div>
    </li>
  );
}
