import { Suspense } from 'react';
import type { ObservedPeriod } from '../../../domain/fleet/history.ts';
import type { FleetNames } from '../../../domain/fleet/names.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { useUrlState } from '../../../ui/useUrlState.ts';
import styles from './FleetCharts.module.css';
import { EndsChart, StatesChart, TimelineChart, UsageChart } from './lazyCharts.ts';

const CHARTS = [
  { name: 'states', label: 'States' },
  { name: 'timeline', label: 'Lifetimes' },
  { name: 'ends', label: 'Ends' },
  { name: 'usage', label: 'Access points' },
] as const;

interface ChartUrlState {
  chart: (typeof CHARTS)[number]['name'];
}

const chartUrlState = {
  read: (query: URLSearchParams): ChartUrlState => ({
    chart: CHARTS.find(({ name }) => name === query.get('chart'))?.name ?? 'states',
  }),
  write: ({ chart }: ChartUrlState, query: URLSearchParams): void => {
    if (chart === 'states') query.delete('chart');
    else query.set('chart', chart);
  },
};

/** Shows charts of the matching tunnels, one at a time. */
export function FleetCharts({
  tunnels,
  names,
  periods,
}: {
  tunnels: readonly Tunnel[];
  names: FleetNames;
  periods: readonly ObservedPeriod[];
}) {
  const [{ chart }, change] = useUrlState(chartUrlState);
  return (
    <div className="stack">
      <div className={styles.tabs} role="group" aria-label="Chart">
        {CHARTS.map(({ name, label }) => (
          <button
            key={name}
            type="button"
            className="button"
            aria-pressed={chart === name}
            onClick={() => change({ chart: name })}
          >
            {label}
          </button>
        ))}
      </div>
      <Suspense fallback={<p className={styles.loading}>Loading chart…</p>}>
        {chart === 'states' && <StatesChart periods={periods} />}
        {chart === 'timeline' && <TimelineChart tunnels={tunnels} />}
        {chart === 'ends' && <EndsChart tunnels={tunnels} />}
        {chart === 'usage' && <UsageChart tunnels={tunnels} names={names} />}
      </Suspense>
    </div>
  );
}
