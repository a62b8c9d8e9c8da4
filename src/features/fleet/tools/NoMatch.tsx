import { useQuery } from '@tanstack/react-query';
import { accessPointQueries } from '../../../api/accessPoints.ts';
import { countPanelFilters, type FleetFilter } from '../../../domain/fleet/filter.ts';
import { EmptyState } from '../../../ui/notices/EmptyState.tsx';

/** Stands in place of the rows when no tunnel matches, and says what the reader searched for. */
export function NoMatch({ filter, onClear }: { filter: FleetFilter; onClear: () => void }) {
  // A filter by endpoint needs to know which access points an endpoint has.
  const { isPending, isLoadingError } = useQuery({
    ...accessPointQueries.directory(),
    enabled: filter.endpointId !== null,
  });
  const needsAccessPoints = filter.endpointId !== null;
  const clear = (
    <button type="button" className="button" onClick={onClear}>
      Clear filters
    </button>
  );
  if (needsAccessPoints && isPending)
    return (
      <EmptyState title="Loading access points…" action={clear}>
        Then this list shows the tunnels that go through the endpoint.
      </EmptyState>
    );
  if (needsAccessPoints && isLoadingError)
    return (
      <EmptyState title="Couldn’t load the access points" action={clear}>
        Without them, it is unknown which tunnels go through the endpoint. Retrying automatically.
      </EmptyState>
    );
  return (
    <EmptyState title="No matching tunnels" action={clear}>
      <NoMatchReason filter={filter} />
    </EmptyState>
  );
}

function NoMatchReason({ filter }: { filter: FleetFilter }) {
  const search = filter.text.trim();
  const hasFilters = countPanelFilters(filter) > 0 || filter.needsAttention;
  if (search === '') return 'No tunnels match the selected filters.';
  return (
    <>
      No tunnels match “<bdi>{search}</bdi>”{hasFilters && ' and the selected filters'}. The search covers
      labels, IDs, states, status texts, addresses, ports, access points, owners, and organizations.
    </>
  );
}
