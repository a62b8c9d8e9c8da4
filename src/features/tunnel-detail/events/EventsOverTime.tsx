import { Suspense, useMemo, useState } from 'react';
import type { TunnelEvent } from '../../../domain/tunnel/event.ts';
import { countEventsByTime } from '../../../domain/tunnel/eventTimeline.ts';
import { lazyPart } from '../../../ui/lazyPart.tsx';
import styles from './EventsOverTime.module.css';

// The chart library is larger than the rest of this page, so it loads when the chart is first opened.
const EventsChart = lazyPart(async () => (await import('./EventsChart.tsx')).EventsChart, 'the chart');

/** As many bars as fit on a phone. */
const MAX_BARS = 24;

/** Charts the events over time. Collapsed at first. */
export function EventsOverTime({
  events,
  isEveryEvent,
}: {
  events: readonly TunnelEvent[];
  isEveryEvent: boolean;
}) {
  const [isOpen, setOpen] = useState(false);
  const counts = useMemo(() => countEventsByTime(events, MAX_BARS), [events]);
  return (
    <details className={styles.chart} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Events over time{isEveryEvent ? '' : ' (loaded events)'}</summary>
      <div className={styles.chartArea}>
        {isOpen && (
          <Suspense fallback={<p className="muted">Loading the chart…</p>}>
            <EventsChart counts={counts} />
          </Suspense>
        )}
      </div>
    </details>
  );
}
