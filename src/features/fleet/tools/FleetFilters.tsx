import type { FleetFilter } from '../../../domain/fleet/filter.ts';
import type { FleetUrlState } from '../../../domain/fleet/urlState.ts';
import { type TunnelState, tunnelStateLabel } from '../../../domain/tunnel/state.ts';
import { SearchField } from '../../../ui/controls/SearchField.tsx';
import styles from './FleetFilters.module.css';

/** What narrows the list: words, and the counts by state, which are filters themselves. */
export function FleetFilters({
  filter,
  onChange,
  counts,
  total,
}: {
  filter: FleetFilter;
  onChange: (change: Partial<FleetUrlState>) => void;
  counts: { state: TunnelState; count: number }[];
  total: number;
}) {
  const { states } = filter;
  // A state that nobody is in any more can still be given up.
  const gone = states.filter((state) => !counts.some((one) => one.state === state));
  const chips = [...counts, ...gone.map((state) => ({ state, count: 0 }))];
  const narrow = (part: Partial<FleetFilter>) => onChange({ filter: { ...filter, ...part } });
  const toggle = (state: TunnelState) =>
    narrow({ states: states.includes(state) ? states.filter((one) => one !== state) : [...states, state] });
  return (
    <div className={styles.filters}>
      <SearchField
        label="Find tunnels"
        isLabelHidden
        debounceMs={0}
        placeholder="Label, id, access point, owner, organization"
        value={filter.text}
        onSearch={(text) => narrow({ text })}
      />
      <div className={styles.chips} role="group" aria-label="Show by state">
        <button
          type="button"
          className={styles.chip}
          aria-pressed={states.length === 0}
          onClick={() => narrow({ states: [] })}
        >
          All <span className={styles.count}>{total}</span>
        </button>
        {chips.map(({ state, count }) => (
          <button
            key={state}
            type="button"
            className={styles.chip}
            aria-pressed={states.includes(state)}
            onClick={() => toggle(state)}
          >
            {tunnelStateLabel({ state, stateText: 'Other' })} <span className={styles.count}>{count}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
