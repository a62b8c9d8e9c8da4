import { countAdvancedFilters, type FleetFilter } from '../../../domain/fleet/filter.ts';
import { tunnelStateLabel } from '../../../domain/tunnel/state.ts';
import { EmptyState } from '../../../ui/notices/EmptyState.tsx';

/** Stands in the place of the rows when there are none that match: says what was asked for, and no more. */
export function NoMatch({
  filter,
  total,
  onShowAll,
}: {
  filter: FleetFilter;
  total: number;
  onShowAll: () => void;
}) {
  const words = filter.text.trim();
  const others = otherConditions(filter).join(' and ');
  return (
    <EmptyState
      title="No tunnel matches"
      action={
        <button type="button" className="button" onClick={onShowAll}>
          Show all {total}
        </button>
      }
    >
      None{' '}
      {words !== '' && (
        <>
          has “<bdi>{words}</bdi>” in its label, id, state, access points, owner or organization
          {others !== '' && ', and '}
        </>
      )}
      {others}.
    </EmptyState>
  );
}

function otherConditions(filter: FleetFilter): string[] {
  const [state, ...more] = filter.states;
  const found: string[] = [];
  if (state) {
    const one = tunnelStateLabel({ state, stateText: 'Other' });
    found.push(more.length === 0 ? `is in the state “${one}”` : 'is in one of the chosen states');
  }
  if (countAdvancedFilters(filter) > 0) found.push('meets what is set in Filters');
  return found;
}
