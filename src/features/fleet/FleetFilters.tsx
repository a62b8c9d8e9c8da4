import type { FleetFilter } from '../../domain/fleet.ts';
import { type TunnelState, tunnelStateWords } from '../../domain/tunnelState.ts';
import styles from './FleetFilters.module.css';

/** What narrows the list: words, and the counts by state, which are filters themselves. */
export function FleetFilters({
  filter,
  onChange,
  counts,
  total,
}: {
  filter: FleetFilter;
  onChange: (filter: FleetFilter) => void;
  counts: { state: TunnelState; count: number }[];
  total: number;
}) {
  const chips = [{ state: null, count: total }, ...counts];
  return (
    <div className={styles.filters}>
      <input
        type="search"
        className={styles.search}
        placeholder="Find by label, id, state or access point"
        aria-label="Find tunnels"
        value={filter.text}
        onChange={({ target }) => onChange({ ...filter, text: target.value })}
      />
      <div className={styles.chips} role="group" aria-label="Show by state">
        {chips.map(({ state, count }) => (
          <button
            key={state ?? 'all'}
            type="button"
            className={styles.chip}
            aria-pressed={filter.state === state}
            onClick={() => onChange({ ...filter, state })}
          >
            {state === null ? 'All' : tunnelStateWords({ state, stateText: 'Other' })}{' '}
            <span className={styles.count}>{count}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
