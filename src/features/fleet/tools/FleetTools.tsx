import { memo, Suspense } from 'react';
import { countPanelFilters } from '../../../domain/fleet/filter.ts';
import type { FleetNames } from '../../../domain/fleet/names.ts';
import type { FleetOutcomes } from '../../../domain/fleet/outcomes.ts';
import type { FleetUrlState } from '../../../domain/fleet/urlState.ts';
import { wallDisplayUrlState } from '../../../domain/fleet/wallDisplay.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { lazyPart } from '../../../ui/lazyPart.tsx';
import { useUrlState } from '../../../ui/useUrlState.ts';
import { ActivityPanel } from '../activity/ActivityPanel.tsx';
import { useFleetWatch } from '../activity/useFleetWatch.ts';
import { useNotificationSettings } from '../activity/useNotificationSettings.ts';
import { useStoppedHistories } from '../useStoppedHistories.ts';
import { WallDisplayPanel } from '../wall/WallDisplayPanel.tsx';
import { ActiveFilters } from './ActiveFilters.tsx';
import { ColumnsPanel } from './ColumnsPanel.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { FilterPanel } from './FilterPanel.tsx';
import styles from './FleetTools.module.css';
import { PanelButton } from './PanelButton.tsx';
import { type Panel, panelUrlState } from './panelUrlState.ts';

const FleetCharts = lazyPart(
  async () => (await import('../charts/FleetCharts.tsx')).FleetCharts,
  'the charts',
);
const WallDisplay = lazyPart(
  async () => (await import('../wall/WallDisplay.tsx')).WallDisplay,
  'the wall display',
);

const PANEL_ID = 'fleet-panel';

/**
 * The toolbar above the table: buttons that each open a panel below, and the export menu. Memoized because the list
 * around it renders while a pointer moves over the rows.
 */
export const FleetTools = memo(function FleetTools({
  tunnels,
  matching,
  view,
  onChange,
  names,
  outcomes,
  isPaused,
  onHistoryLoad,
}: {
  tunnels: Tunnel[];
  matching: Tunnel[];
  view: FleetUrlState;
  onChange: (change: Partial<FleetUrlState>) => void;
  names: FleetNames;
  outcomes: FleetOutcomes;
  isPaused: boolean;
  /** Called when the events of another stopped tunnel have been loaded. */
  onHistoryLoad: () => void;
}) {
  const [{ panel }, changePanel] = useUrlState(panelUrlState);
  const [{ wall }] = useUrlState(wallDisplayUrlState);
  const { periods, entries, stops } = useFleetWatch();
  useStoppedHistories(tunnels, { stops, isPaused, onLoad: onHistoryLoad });
  const [{ kinds }] = useNotificationSettings();
  const activity = entries.filter(({ kind }) => kinds[kind]);
  const hasButtons = tunnels.length > 0 || panel !== null;
  const button = (name: Panel, label: string, count = 0) => (
    <PanelButton
      label={label}
      count={count}
      isOpen={panel === name}
      panelId={PANEL_ID}
      onOpenChange={(isOpen) => changePanel({ panel: isOpen ? name : null })}
    />
  );
  return (
    <>
      {hasButtons && (
        <div className="row">
          {button('filters', 'Filters', countPanelFilters(view.filter))}
          {button('columns', 'Columns')}
          {button('charts', 'Charts')}
          {button('wall', 'Wall display')}
          <ExportMenu tunnels={matching} names={names} outcomes={outcomes} />
          {/* The last button, because its count can change at any time and must not move the others. */}
          {button('activity', 'Activity', activity.length)}
          <ActiveFilters filter={view.filter} names={names} onChange={onChange} />
        </div>
      )}
      {hasButtons && (
        <div id={PANEL_ID} className={panel ? styles.panel : undefined}>
          <Suspense fallback={<p className="muted">Loading…</p>}>
            {panel === 'filters' && (
              <FilterPanel tunnels={tunnels} filter={view.filter} names={names} onChange={onChange} />
            )}
            {panel === 'columns' && <ColumnsPanel view={view} onChange={onChange} />}
            {panel === 'charts' && <FleetCharts tunnels={matching} names={names} periods={periods} />}
            {panel === 'activity' && <ActivityPanel activity={activity} tunnels={tunnels} />}
            {panel === 'wall' && <WallDisplayPanel />}
          </Suspense>
        </div>
      )}
      {wall && (
        <Suspense>
          <WallDisplay
            settings={wall}
            tunnels={matching}
            names={names}
            periods={periods}
            activity={activity}
          />
        </Suspense>
      )}
    </>
  );
});
