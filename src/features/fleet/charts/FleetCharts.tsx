import { Suspense } from 'react';
import { useSearchParams } from 'react-router';
import type { ObservedPeriod } from '../../../domain/fleet/history.ts';
import type { FleetNames } from '../../../domain/fleet/names.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import styles from './FleetCharts.module.css';
import { EndsChart, StatesChart, TimelineChart, UsageChart } from './lazyCharts.ts';

const CHARTS = [
  { name: 'states', words: 'By state' },
  { name: 'timeline', words: 'Timeline' },
  { name: 'ends', words: 'Ends' },
  { name: 'usage', words: 'Access points' },
] as const;

/** What the list says as pictures, one at a time; which one stands in the address. */
export function FleetCharts({
  tunnels,
  names,
  spans,
}: {
  tunnels: readonly Tunnel[];
  names: FleetNames;
  spans: readonly ObservedPeriod[];
}) {
  const [query, setQuery] = useSearchParams();
  const chart = CHARTS.find(({ name }) => name === query.get('chart'))?.name ?? 'states';
  const choose = (name: string) =>
    setQuery(
      (before) => {
        before.set('chart', name);
        return before;
      },
      { replace: true },
    );
  return (
    <div className="stack">
      <div className={styles.tabs} role="group" aria-label="Chart">
        {CHARTS.map(({ name, words }) => (
          <button
            key={name}
            type="button"
            className="button"
            aria-pressed={chart === name}
            onClick={() => choose(name)}
          >
            {words}
          </button>
        ))}
      </div>
      <Suspense fallback={<p className={styles.chart}>Loading the chart</p>}>
        {chart === 'states' && <StatesChart spans={spans} />}
        {chart === 'timeline' && <TimelineChart tunnels={tunnels} />}
        {chart === 'ends' && <EndsChart tunnels={tunnels} />}
        {chart === 'usage' && <UsageChart tunnels={tunnels} names={names} />}
      </Suspense>
    </div>
  );
}
