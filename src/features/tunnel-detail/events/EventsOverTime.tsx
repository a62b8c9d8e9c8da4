import { Suspense, useMemo, useState } from 'react';
import type { TunnelEvent } from '../../../domain/tunnel/event.ts';
import { countEventsByTime } from '../../../domain/tunnel/eventTimeline.ts';
import { lazyPart } from '../../../ui/lazyPart.tsx';
import styles from './EventsOverTime.module.css';

// Charts weigh more than everything else on this page: their code comes when somebody opens them.
const EventsChart = lazyPart(async () => (await import('./EventsChart.tsx')).EventsChart, 'The chart');

/** As many bars as a phone shows. */
const MOST_BARS = 24;

/** When the events came, as a picture; folded until somebody wants it. */
export function EventsOverTime({
  events,
  isEveryEvent,
}: {
  events: readonly TunnelEvent[];
  isEveryEvent: boolean;
}) {
  const [isOpen, setOpen] = useState(false);
  const counts = useMemo(() => countEventsByTime(events, MOST_BARS), [events]);
  return (
    <details className={styles.chart} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Events over time{isEveryEvent ? '' : ', of those read so far'}</summary>
      <div className={styles.chartArea}>
        {isOpen && (
          <Suspense fallback={<p className="muted">Loading the chart</p>}>
            <EventsChart counts={counts} />
          </Suspense>
        )}
      </div>
    </details>
  );
}
