import { lazy, Suspense, useMemo, useState } from 'react';
import { endsByHour } from '../../domain/fleet.ts';
import type { Tunnel } from '../../domain/tunnel.ts';
import { useNow } from '../../ui/useNow.ts';
import styles from './FleetCharts.module.css';

// Charts weigh more than everything else on this page: their code comes when somebody opens them.
const EndsChart = lazy(async () => ({ default: (await import('./EndsChart.tsx')).EndsChart }));

const HOURS = 12;

/** What the list says as pictures; folded until somebody wants them. */
export function FleetCharts({ tunnels }: { tunnels: Tunnel[] }) {
  const [isOpen, setOpen] = useState(false);
  const now = useNow(60_000);
  const hours = useMemo(() => endsByHour(tunnels, now, HOURS), [tunnels, now]);
  return (
    <details className={styles.charts} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>What ends in the next {HOURS} hours</summary>
      <div className={styles.place}>
        {isOpen && (
          <Suspense fallback={<p className="muted">Loading the chart</p>}>
            <EndsChart hours={hours} />
          </Suspense>
        )}
      </div>
    </details>
  );
}
