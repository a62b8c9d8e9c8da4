import { useMemo, useState } from 'react';
import type { BulkAction } from '../../../domain/fleet/bulkPlan.ts';
import { countText } from '../../../domain/text/count.ts';
import { tunnelCan } from '../../../domain/tunnel/state.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import type { Selection } from '../table/useSelection.ts';
import styles from './BulkBar.module.css';
import { BulkDialog } from './BulkDialog.tsx';

/** The bar below the table with the actions on selected tunnels. */
export function BulkBar({
  tunnels,
  matching,
  selection: { ids, replace },
}: {
  tunnels: readonly Tunnel[];
  matching: readonly Tunnel[];
  selection: Selection;
}) {
  const [request, setRequest] = useState<{ action: BulkAction; tunnels: Tunnel[] } | null>(null);
  const selected = useMemo(() => tunnels.filter(({ id }) => ids.has(id)), [tunnels, ids]);
  const shown = useMemo(() => matching.filter(({ id }) => ids.has(id)).length, [matching, ids]);
  const start = (action: BulkAction) => setRequest({ action, tunnels: selected });
  const stoppable = selected.filter(tunnelCan.stop).length;
  // All of them may have been deleted elsewhere.
  if (selected.length === 0 && !request) return null;
  return (
    <section className={styles.bar} aria-label="Selection">
      <strong role="status">{selected.length.toLocaleString('en')} selected</strong>
      {shown < selected.length && (
        <span className="muted">{(selected.length - shown).toLocaleString('en')} hidden by filters</span>
      )}
      {shown < matching.length && (
        <button
          type="button"
          className="button"
          onClick={() => replace([...ids, ...matching.map(({ id }) => id)])}
        >
          Select all {matching.length.toLocaleString('en')} matching
        </button>
      )}
      {stoppable > 0 && (
        <button type="button" className="button danger" onClick={() => start('stop')}>
          Stop {countText(stoppable, 'tunnel')}
        </button>
      )}
      <button type="button" className="button danger" onClick={() => start('delete')}>
        Delete {countText(selected.length, 'tunnel')}
      </button>
      <button type="button" className="button plain" onClick={() => replace([])}>
        Clear selection
      </button>
      {request && (
        <BulkDialog
          request={request}
          onClose={(remaining) => {
            setRequest(null);
            if (remaining) replace(remaining.map(({ id }) => id));
          }}
        />
      )}
    </section>
  );
}
