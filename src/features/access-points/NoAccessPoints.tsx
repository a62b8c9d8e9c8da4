import { EmptyState } from '../../ui/notices/EmptyState.tsx';
import type { AccessPointSearch } from './accessPointSearch.ts';

/** Explains why a search found no access points, and offers to list them all. */
export function NoAccessPoints({
  text,
  onlyAdministered,
  onShowAll,
}: AccessPointSearch & { onShowAll: () => void }) {
  if (!text && !onlyAdministered) {
    return (
      <EmptyState title="No access points">
        You’ll see an access point here after an administrator creates a stream gateway and gives you access.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={text ? 'No matching access points' : 'You don’t administer any access points'}
      action={
        <button type="button" className="button" onClick={onShowAll}>
          Show all access points
        </button>
      }
    >
      {text ? (
        <>
          {onlyAdministered ? 'No access point you administer' : 'No access point'} matches “<bdi>{text}</bdi>
          ”. Try a different search.
        </>
      ) : (
        'Access points on endpoints you administer appear here.'
      )}
    </EmptyState>
  );
}
