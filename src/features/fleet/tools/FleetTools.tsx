import { memo, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { countAdvancedFilters } from '../../../domain/fleet/filter.ts';
import type { FleetNames } from '../../../domain/fleet/names.ts';
import type { FleetUrlState } from '../../../domain/fleet/urlState.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { lazyPart } from '../../../ui/lazyPart.tsx';
import { ActivityPanel } from '../activity/ActivityPanel.tsx';
import { useFleetWatch } from '../activity/useFleetWatch.ts';
import { useNotificationSettings } from '../activity/useNotificationSettings.ts';
import { WallDisplayPanel } from '../wall/WallDisplayPanel.tsx';
import { ColumnsPanel } from './ColumnsPanel.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { FilterPanel } from './FilterPanel.tsx';
import styles from './FleetTools.module.css';
import { type Panel, usePanel } from './usePanel.ts';

const FleetCharts = lazyPart(
  async () => (await import('../charts/FleetCharts.tsx')).FleetCharts,
  'the charts',
);
const WallMode = lazyPart(
  async () => (await import('../wall/WallDisplay.tsx')).WallDisplay,
  'the wall display',
);

/**
 * What one does with the list beside reading it: each a button, and a panel that opens below. Drawn anew when the list
 * is another, not whenever a pointer moves over the rows.
 */
export const FleetTools = memo(function FleetTools({
  tunnels,
  matching,
  view,
  onChange,
  names,
}: {
  tunnels: Tunnel[];
  matching: Tunnel[];
  view: FleetUrlState;
  onChange: (change: Partial<FleetUrlState>) => void;
  names: FleetNames;
}) {
  const [panel, open] = usePanel();
  const [query] = useSearchParams();
  const watch = useFleetWatch();
  const [{ kinds }] = useNotificationSettings();
  const feed = watch.feed.filter(({ kind }) => kinds[kind]);
  const hasButtons = tunnels.length > 0 || panel !== null;
  const toggle = (name: Panel, words: string, count = 0) => (
    <button
      type="button"
      className={`button ${styles.panelToggle}`}
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
          {toggle('filters', 'Filters', countAdvancedFilters(view.filter))}
          {toggle('arrange', 'Arrange')}
          {toggle('charts', 'Charts')}
          {toggle('wall', 'Wall screen')}
          <ExportMenu tunnels={matching} names={names} />
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
            {panel === 'arrange' && <ColumnsPanel view={view} onChange={onChange} />}
            {panel === 'charts' && <FleetCharts tunnels={matching} names={names} spans={watch.spans} />}
            {panel === 'activity' && <ActivityPanel feed={feed} tunnels={tunnels} />}
            {panel === 'wall' && <WallDisplayPanel />}
          </Suspense>
        </div>
      )}
      {query.has('wall') && (
        <Suspense>
          <WallMode tunnels={matching} names={names} spans={watch.spans} feed={feed} />
        </Suspense>
      )}
    </>
  );
});
