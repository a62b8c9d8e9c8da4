import { countAdvancedFilters, type FleetFilter } from '../../../domain/fleet/filter.ts';
import { EmptyState } from '../../../ui/notices/EmptyState.tsx';

/** Stands in place of the rows when no tunnel matches, and says what the reader searched for. */
export function NoMatch({ filter, onClear }: { filter: FleetFilter; onClear: () => void }) {
  const search = filter.text.trim();
  const filters = filterNames(filter);
  return (
    <EmptyState
      title="No matching tunnels"
      action={
        <button type="button" className="button" onClick={onClear}>
          Clear filters
        </button>
      }
    >
      {search === '' ? (
        `No tunnels match the selected ${filters}.`
      ) : (
        <>
          No tunnels match “<bdi>{search}</bdi>”{filters !== '' && ` and the selected ${filters}`}. The search
          covers labels, IDs, states, access points, owners, and organizations.
        </>
      )}
    </EmptyState>
  );
}

/** Returns what is set beside the search: "state", "states and filters", or an empty text. */
function filterNames(filter: FleetFilter): string {
  const states = filter.states.length === 0 ? [] : [filter.states.length === 1 ? 'state' : 'states'];
  const others = countAdvancedFilters(filter) > 0 ? ['filters'] : [];
  return [...states, ...others].join(' and ');
}
