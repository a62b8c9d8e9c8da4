import { useMemo } from 'react';
import { countByState } from '../../../domain/fleet/counts.ts';
import { type TunnelState, tunnelStateLabel } from '../../../domain/tunnel/state.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { Chip } from '../../../ui/controls/Chip.tsx';

/** Filters by any number of states; offers those that occur in the list. */
export function StateFilter({
  tunnels,
  states,
  onChange,
}: {
  tunnels: readonly Tunnel[];
  states: readonly TunnelState[];
  onChange: (states: readonly TunnelState[]) => void;
}) {
  const counts = useMemo(() => countByState(tunnels), [tunnels]);
  // A selected state stays even when no tunnel is in it anymore, so that it can be deselected.
  const empty = states.filter((state) => !counts.some((one) => one.state === state));
  const toggle = (state: TunnelState) =>
    onChange(states.includes(state) ? states.filter((one) => one !== state) : [...states, state]);
  return (
    <div className="row" role="group" aria-label="Filter by state">
      <Chip isPressed={states.length === 0} onClick={() => onChange([])}>
        Any state
      </Chip>
      {[...counts, ...empty.map((state) => ({ state, count: 0 }))].map(({ state, count }) => (
        <Chip key={state} isPressed={states.includes(state)} onClick={() => toggle(state)}>
          {tunnelStateLabel({ state, stateText: 'Other' })} <span className="muted">{count}</span>
        </Chip>
      ))}
    </div>
  );
}
