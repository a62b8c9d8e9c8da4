import { countPanelFilters, type FleetFilter } from '../../../domain/fleet/filter.ts';
import { EmptyState } from '../../../ui/notices/EmptyState.tsx';

/** Stands in place of the rows when no tunnel matches, and says what the reader searched for. */
export function NoMatch({ filter, onClear }: { filter: FleetFilter; onClear: () => void }) {
  const search = filter.text.trim();
  const hasFilters = countPanelFilters(filter) > 0 || filter.needsAttention;
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
        'No tunnels match the selected filters.'
      ) : (
        <>
          No tunnels match “<bdi>{search}</bdi>”{hasFilters && ' and the selected filters'}. The search covers
          labels, IDs, states, access points, owners, and organizations.
        </>
      )}
    </EmptyState>
  );
}
