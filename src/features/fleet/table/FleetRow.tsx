import { memo, useEffect, useRef } from 'react';
import { type ColumnSetting, columnTitle } from '../../../domain/fleet/columns.ts';
import type { FleetNames } from '../../../domain/fleet/names.ts';
import type { Outcome } from '../../../domain/tunnel/outcome.ts';
import { type Tunnel, tunnelName } from '../../../domain/tunnel/tunnel.ts';
import { FleetCell } from './FleetCell.tsx';
import styles from './FleetRow.module.css';
import { GridRow } from './GridRow.tsx';

/** How long a row that changed stays highlighted. */
const HIGHLIGHT_MS = 2500;

/** One tunnel of the table; on a narrow page its cells form a card. */
export const FleetRow = memo(function FleetRow({
  tunnel,
  outcome,
  index,
  columns,
  names,
  isSelected,
  onSelect,
}: {
  tunnel: Tunnel;
  outcome: Outcome;
  index: number;
  columns: readonly ColumnSetting[];
  names: FleetNames;
  isSelected: boolean;
  onSelect: (id: string, isRange: boolean) => void;
}) {
  const row = useRef<HTMLDivElement>(null);
  useChangeHighlight(row, tunnel);
  return (
    <GridRow
      ref={row}
      className={styles.row}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-index={index}
    >
      <span role="cell" className={styles.check}>
        <input
          type="checkbox"
          aria-label={`Select ${tunnelName(tunnel)}`}
          checked={isSelected}
          // The click, because a change event doesn't have the shift key.
          onClick={({ shiftKey }) => onSelect(tunnel.id, shiftKey)}
          readOnly
        />
      </span>
      {columns.map(({ column }) => (
        <span key={column} role="cell" data-column={column} data-label={columnTitle(column)}>
          <FleetCell column={column} tunnel={tunnel} outcome={outcome} names={names} />
        </span>
      ))}
    </GridRow>
  );
});

/** Highlights a row for a moment when its tunnel has changed. */
function useChangeHighlight(row: React.RefObject<HTMLDivElement | null>, tunnel: Tunnel) {
  const before = useRef(tunnel);
  useEffect(() => {
    if (before.current === tunnel) return;
    before.current = tunnel;
    const element = row.current;
    if (!element) return;
    element.dataset.changed = '';
    const timer = setTimeout(() => delete element.dataset.changed, HIGHLIGHT_MS);
    return () => clearTimeout(timer);
  }, [row, tunnel]);
}
