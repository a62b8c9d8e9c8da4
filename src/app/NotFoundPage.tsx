import { Link } from 'react-router';
import { routePaths } from '../config/routePaths.ts';
import { EmptyState } from '../ui/notices/EmptyState.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';

/** An address the app does not have. */
export function NotFoundPage() {
  return (
    <>
      <PageHeader title="No such page" tabTitle="No such page" />
      <EmptyState
        title="There is nothing at this address"
        action={
          <Link className="button primary" to={routePaths.fleet}>
            Go to the tunnels
          </Link>
        }
      >
        The link may be mistyped or from another version of this dashboard.
      </EmptyState>
    </>
  );
}
