import { Link } from 'react-router';
import { routePaths } from '../../config/routePaths.ts';
import { EmptyState } from '../../ui/notices/EmptyState.tsx';

/** Stands in place of the list for someone who has no tunnels. */
export function NoTunnels() {
  return (
    <EmptyState
      title="You have no tunnels"
      action={
        <Link className="button primary" to={routePaths.createTunnel}>
          New tunnel
        </Link>
      }
    >
      A tunnel connects a program at one site to a program at another, through both sites’ firewalls. Your
      tunnels appear here from the moment you create them until they’re deleted.
    </EmptyState>
  );
}
