import { Link } from 'react-router';
import { routePaths } from '../config/routePaths.ts';
import { EmptyState } from '../ui/notices/EmptyState.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';

/** Shown at an address that is no route of the app. */
export function NotFoundPage() {
  return (
    <>
      <PageHeader title="Page not found" tabTitle="Page not found" />
      <EmptyState
        title="There’s nothing at this address"
        action={
          <Link className="button primary" to={routePaths.fleet}>
            Go to Tunnels
          </Link>
        }
      >
        The link may be mistyped or out of date.
      </EmptyState>
    </>
  );
}
