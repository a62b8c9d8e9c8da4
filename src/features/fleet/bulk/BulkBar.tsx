import { useMemo, useState } from 'react';
import type { BulkAction } from '../../../domain/fleet/bulkPlan.ts';
import { tunnelCan } from '../../../domain/tunnel/state.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import type { Selection } from '../table/useSelection.ts';
import styles from './BulkBar.module.css';
import { BulkDialog } from './BulkDialog.tsx';

/** What one can do with the tunnels one has chosen, at the foot of the page. */
export function BulkBar({
  tunnels,
  matching,
  selection,
}: {
  tunnels: readonly Tunnel[];
  matching: readonly Tunnel[];
  selection: Selection;
}) {
  const [asked, setAsked] = useState<{ action: BulkAction; tunnels: Tunnel[] } | null>(null);
  const { ids, replace } = selection;
  const chosen = useMemo(() => tunnels.filter(({ id }) => ids.has(id)), [tunnels, ids]);
  const visible = useMemo(() => matching.filter(({ id }) => ids.has(id)).length, [matching, ids]);
  const ask = (action: BulkAction) => setAsked({ action, tunnels: chosen });
  const canStop = chosen.filter(tunnelCan.stop).length;
  // Somebody else may have deleted them all.
  if (chosen.length === 0 && !asked) return null;
  return (
    <section className={styles.bar} aria-label="Selection">
      <strong role="status">{chosen.length} selected</strong>
      {visible < chosen.length && (
        <span className="muted">{chosen.length - visible} of them are not in the list now</span>
      )}
      {visible < matching.length && (
        <button
          type="button"
          className="button"
          onClick={() => replace([...ids, ...matching.map(({ id }) => id)])}
        >
          Select all {matching.length} that match
        </button>
      )}
      <button type="button" className="button danger" onClick={() => ask(canStop > 0 ? 'stop' : 'delete')}>
        {canStop > 0 ? `Stop ${canStop}` : `Delete ${chosen.length}`}
      </button>
      {canStop > 0 && (
        <button type="button" className="button danger" onClick={() => ask('delete')}>
          Delete {chosen.length}
        </button>
      )}
      <button type="button" className="button plain" onClick={() => replace([])}>
        Clear selection
      </button>
      {asked && (
        <BulkDialog
          request={asked}
          onClose={(left) => {
            setAsked(null);
            if (left) replace(left.map(({ id }) => id));
          }}
        />
      )}
    </section>
  );
}
