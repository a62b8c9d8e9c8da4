import { memo, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import type { FleetView } from '../../domain/fleetAddress.ts';
import { countConditions } from '../../domain/fleetFilter.ts';
import type { FleetNames } from '../../domain/fleetNames.ts';
import type { Tunnel } from '../../domain/tunnel.ts';
import { latePart } from '../../ui/latePart.tsx';
import { ActivityPanel } from './ActivityPanel.tsx';
import { ArrangePanel } from './ArrangePanel.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { FilterPanel } from './FilterPanel.tsx';
import styles from './FleetTools.module.css';
import { useFleetWatch } from './useFleetWatch.ts';
import { type Panel, usePanel } from './usePanel.ts';
import { useTellSettings } from './useTellSettings.ts';
import { WallPanel } from './WallPanel.tsx';

const FleetCharts = latePart(async () => (await import('./FleetCharts.tsx')).FleetCharts, 'The charts');
const WallMode = latePart(async () => (await import('./WallMode.tsx')).WallMode, 'The wall screen');

/**
 * What one does with the list beside reading it: each a button, and a panel that opens below. Drawn anew when the list
 * is another, not whenever a pointer moves over the rows.
 */
export const FleetTools = memo(function FleetTools({
  tunnels,
  shown,
  view,
  onChange,
  names,
}: {
  tunnels: Tunnel[];
  shown: Tunnel[];
  view: FleetView;
  onChange: (change: Partial<FleetView>) => void;
  names: FleetNames;
}) {
  const [panel, open] = usePanel();
  const [query] = useSearchParams();
  const watch = useFleetWatch();
  const [{ kinds }] = useTellSettings();
  const feed = watch.feed.filter(({ kind }) => kinds[kind]);
  const hasButtons = tunnels.length > 0 || panel !== null;
  const toggle = (name: Panel, words: string, count = 0) => (
    <button
      type="button"
      className={`button ${styles.opener}`}
      aria-expanded={panel === name}
      aria-controls="fleet-panel"
      onClick={() => open(panel === name ? null : name)}
    >
      {words}
      {count > 0 && <span className={styles.count}>{count}</span>}
    </button>
  );
  return (
    <>
      {hasButtons && (
        <div className="row">
          {toggle('filters', 'Filters', countConditions(view.filter))}
          {toggle('arrange', 'Arrange')}
          {toggle('charts', 'Charts')}
          {toggle('wall', 'Wall screen')}
          <ExportMenu tunnels={shown} names={names} />
          {/* Last: its count comes by itself, and moves nothing here. */}
          {toggle('activity', 'Activity', feed.length)}
        </div>
      )}
      {hasButtons && (
        <div id="fleet-panel" className={panel ? styles.panel : undefined}>
          <Suspense fallback={<p className="muted">Loading</p>}>
            {panel === 'filters' && (
              <FilterPanel tunnels={tunnels} filter={view.filter} names={names} onChange={onChange} />
            )}
            {panel === 'arrange' && <ArrangePanel view={view} onChange={onChange} />}
            {panel === 'charts' && <FleetCharts tunnels={shown} names={names} spans={watch.spans} />}
            {panel === 'activity' && <ActivityPanel feed={feed} tunnels={tunnels} />}
            {panel === 'wall' && <WallPanel />}
          </Suspense>
        </div>
      )}
      {query.has('wall') && (
        <Suspense>
          <WallMode tunnels={shown} names={names} spans={watch.spans} feed={feed} />
        </Suspense>
      )}
    </>
  );
});
