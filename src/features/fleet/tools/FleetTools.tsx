import { memo, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { countConditions } from '../../../domain/fleet/filter.ts';
import type { FleetNames } from '../../../domain/fleet/names.ts';
import type { FleetView } from '../../../domain/fleet/urlState.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { latePart } from '../../../ui/lazyPart.tsx';
import { ActivityPanel } from '../activity/ActivityPanel.tsx';
import { useFleetWatch } from '../activity/useFleetWatch.ts';
import { useTellSettings } from '../activity/useNotificationSettings.ts';
import { WallPanel } from '../wall/WallPanel.tsx';
import { ArrangePanel } from './ColumnsPanel.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { FilterPanel } from './FilterPanel.tsx';
import styles from './FleetTools.module.css';
import { type Panel, usePanel } from './usePanel.ts';

const FleetCharts = latePart(
  async () => (await import('../charts/FleetCharts.tsx')).FleetCharts,
  'The charts',
);
const WallMode = latePart(async () => (await import('../wall/WallMode.tsx')).WallMode, 'The wall screen');

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
