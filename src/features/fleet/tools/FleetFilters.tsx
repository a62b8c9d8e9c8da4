import type { FleetFilter } from '../../../domain/fleet/filter.ts';
import type { FleetUrlState } from '../../../domain/fleet/urlState.ts';
import { type TunnelState, tunnelStateLabel } from '../../../domain/tunnel/state.ts';
import { Chip } from '../../../ui/controls/Chip.tsx';
import { SearchField } from '../../../ui/controls/SearchField.tsx';
import styles from './FleetFilters.module.css';

/** The search field and the counts by state, each of which filters the list. */
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
  // A selected state stays even when no tunnel is in it anymore, so that it can be deselected.
  const empty = states.filter((state) => !counts.some((one) => one.state === state));
  const chips = [...counts, ...empty.map((state) => ({ state, count: 0 }))];
  const changeFilter = (part: Partial<FleetFilter>) => onChange({ filter: { ...filter, ...part } });
  const toggle = (state: TunnelState) =>
    changeFilter({
      states: states.includes(state) ? states.filter((one) => one !== state) : [...states, state],
    });
  return (
    <div className={styles.filters}>
      <SearchField
        label="Find tunnels"
        isLabelHidden
        debounceMs={0}
        placeholder="Label, ID, access point, owner, organization"
        value={filter.text}
        onSearch={(text) => changeFilter({ text })}
      />
      <div className={styles.states} role="group" aria-label="Filter by state">
        <Chip isPressed={states.length === 0} onClick={() => changeFilter({ states: [] })}>
          All <span className={styles.count}>{total}</span>
        </Chip>
        {chips.map(({ state, count }) => (
          <Chip key={state} isPressed={states.includes(state)} onClick={() => toggle(state)}>
            {tunnelStateLabel({ state, stateText: 'Other' })} <span className={styles.count}>{count}</span>
          </Chip>
        ))}
      </div>
    </div>
  );
}
