import type { FleetFilter } from '../../../domain/fleet/filter.ts';
import { isTilePressed, type TileSummary, toggleTile } from '../../../domain/fleet/tiles.ts';
import styles from './FleetTiles.module.css';

/** How many tunnels need attention, are active and so on, among all of them; each tile filters the list. */
export function FleetTiles({
  tiles,
  filter,
  onChange,
}: {
  tiles: readonly TileSummary[];
  filter: FleetFilter;
  onChange: (change: { filter: FleetFilter }) => void;
}) {
  return (
    <div className={styles.tiles} role="group" aria-label="Quick filters">
      {tiles.map(({ tile, label, count, detail, severity }) => (
        <button
          key={tile}
          type="button"
          className={styles.tile}
          data-severity={severity}
          aria-pressed={isTilePressed(tile, filter)}
          onClick={() => onChange({ filter: toggleTile(tile, filter) })}
        >
          <span className={styles.label}>{label}</span>{' '}
          <span className={styles.count}>{count.toLocaleString('en')}</span>{' '}
          <span className={styles.detail} title={detail}>
            {detail}
          </span>
        </button>
      ))}
    </div>
  );
}
