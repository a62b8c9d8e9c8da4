import { memo, type ReactNode, useEffect, useRef, useState } from 'react';
import { showControlCharacters } from '../../domain/text/plainText.ts';
import { durationText } from '../../domain/text/time.ts';
import type { TunnelEvent } from '../../domain/tunnel/event.ts';
import { buildEventTimeline, type EventOrder } from '../../domain/tunnel/eventTimeline.ts';
import { TimeText } from '../text/TimeText.tsx';
import styles from './EventTimeline.module.css';

/** How many events are rendered at first, and added each time: a tunnel that fails for days has thousands. */
const BATCH_SIZE = 500;

/** Lists a tunnel's events, one line each, with the long gaps between them. */
export function EventTimeline({
  events,
  order,
  chosenId,
  eventLink,
}: {
  events: readonly TunnelEvent[];
  order: EventOrder;
  /** The event that a link led to: highlighted, expanded, and scrolled to. */
  chosenId?: string | null;
  /** Renders something beside each event, such as a link to it. Must be the same function on every render. */
  eventLink?: (event: TunnelEvent) => ReactNode;
}) {
  const [limit, setLimit] = useState(BATCH_SIZE);
  const items = buildEventTimeline(events, order);
  const chosenAt = items.findIndex((item) => item.kind === 'event' && item.event.id === chosenId);
  const rendered = Math.max(limit, chosenAt + 1);
  const hidden = items.slice(rendered).filter(({ kind }) => kind === 'event').length;
  return (
    <>
      <ol className={styles.events} aria-label="Events">
        {items.slice(0, rendered).map((item) =>
          item.kind === 'gap' ? (
            <li key={`gap ${item.beforeId}`} className={styles.gap}>
              No events for {durationText(item.durationMs)}
            </li>
          ) : (
            <EventItem
              key={item.event.id}
              event={item.event}
              isChosen={item.event.id === chosenId}
              eventLink={eventLink}
            />
          ),
        )}
      </ol>
      {hidden > 0 && (
        <p>
          <button type="button" className="button" onClick={() => setLimit(rendered + BATCH_SIZE)}>
            {hidden > BATCH_SIZE
              ? `Show ${BATCH_SIZE} more events (${hidden} remaining)`
              : hidden === 1
                ? 'Show 1 more event'
                : `Show ${hidden} more events`}
          </button>
        </p>
      )}
    </>
  );
}

const EventItem = memo(function EventItem({
  event,
  isChosen,
  eventLink,
}: {
  event: TunnelEvent;
  isChosen: boolean;
  eventLink: ((event: TunnelEvent) => ReactNode) | undefined;
}) {
  const line = useRef<HTMLLIElement>(null);
  // An effect, so that it runs after the page has restored its own scroll position.
  useEffect(() => {
    if (isChosen) line.current?.scrollIntoView({ block: 'center' });
  }, [isChosen]);
  return (
    <li
      ref={line}
      className={styles.event}
      data-error={event.isError}
      aria-current={isChosen ? 'true' : undefined}
    >
      <span className={styles.time}>
        <TimeText ms={event.timeMs} format="log" />
      </span>
      <span className={styles.marker} aria-hidden="true">
        {event.isError ? '▲' : '●'}
      </span>
      <div className={styles.content}>
        <p>
          {event.isError && <strong className={styles.error}>Error </strong>}
          <span className="mono" dir="auto">
            {showControlCharacters(event.codeText) || 'No code'}
          </span>{' '}
          {eventLink?.(event)}
        </p>
        {event.description && (
          <p className={styles.description} dir="auto">
            {showControlCharacters(event.description)}
          </p>
        )}
        {event.details && (
          <details open={isChosen}>
            <summary>Details</summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must get into it */}
            <p className={`${styles.details} ${isJson(event.details) ? 'mono' : ''}`} dir="auto" tabIndex={0}>
              {showControlCharacters(event.details)}
            </p>
          </details>
        )}
      </div>
    </li>
  );
});

/** Returns whether a text is a JSON object or array, which reads best in a monospace font. */
function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}
