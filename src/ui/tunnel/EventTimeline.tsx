import { memo, type ReactNode, useEffect, useRef, useState } from 'react';
import { showControlCharacters } from '../../domain/text/plainText.ts';
import { durationText } from '../../domain/text/time.ts';
import type { TunnelEvent } from '../../domain/tunnel/event.ts';
import { buildEventTimeline, type EventOrder } from '../../domain/tunnel/eventTimeline.ts';
import { TimeText } from '../text/TimeText.tsx';
import styles from './EventTimeline.module.css';

/** So many are drawn at first, and more each time they are asked for: a tunnel that fails for days has thousands. */
const AT_ONCE = 500;

/** What happened to a tunnel, one line an event, with the long pauses between them. */
export function EventTimeline({
  events,
  order,
  chosenId,
  eventLink,
}: {
  events: readonly TunnelEvent[];
  order: EventOrder;
  /** The event a link led to: marked, unfolded and scrolled to. */
  chosenId?: string | null;
  /** What stands beside each event, such as a link to it; must not change from one render to the next. */
  eventLink?: (event: TunnelEvent) => ReactNode;
}) {
  const [most, setMost] = useState(AT_ONCE);
  const items = buildEventTimeline(events, order);
  const chosenAt = items.findIndex((item) => item.kind === 'event' && item.event.id === chosenId);
  const drawn = Math.max(most, chosenAt + 1);
  const hidden = items.slice(drawn).filter(({ kind }) => kind === 'event').length;
  return (
    <>
      <ol className={styles.events} aria-label="Events">
        {items.slice(0, drawn).map((item) =>
          item.kind === 'gap' ? (
            <li key={`gap ${item.beforeId}`} className={styles.gap}>
              {durationText(item.durationMs)} without an event
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
          <button type="button" className="button" onClick={() => setMost(drawn + AT_ONCE)}>
            {hidden > AT_ONCE ? `Show ${AT_ONCE} of the other ${hidden}` : `Show the other ${hidden}`}
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
  // After the page has put its own scroll position right.
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
            {showControlCharacters(event.codeText) || 'without a code'}
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

/** What a machine wrote for machines, to be read letter by letter. */
function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}
