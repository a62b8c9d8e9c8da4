import { useQuery } from '@tanstack/react-query';
import { managerInfoQueries } from '../../api/gcs/managerInfo.ts';
import type { GcsManager } from '../../api/http/http.ts';
import { Notice } from '../../ui/notices/Notice.tsx';

/** Says why a GCS Manager gave no response that this page can read, and who can change that. */
export function ManagerUnreachable({ manager, onRetry }: { manager: GcsManager; onRetry: () => void }) {
  const { data: refusesPage, isPending } = useQuery(managerInfoQueries.refusesPage(manager));
  if (isPending) return null;
  const actions = (
    <button type="button" className="button" onClick={onRetry}>
      Try again
    </button>
  );
  if (refusesPage) {
    return (
      <Notice tone="warning" role="alert" title="The GCS Manager refuses this dashboard" actions={actions}>
        <p>
          It responds, but not to pages of <code>{location.origin}</code> (cross-origin access, CORS). The
          endpoint’s administrators can change that: a proxy in front of GCS must pass its CORS headers on,
          and an older version of GCS may need an update.
        </p>
      </Notice>
    );
  }
  return (
    <Notice tone="warning" role="alert" title="Can’t reach the GCS Manager" actions={actions}>
      <p>
        It doesn’t respond. Check your network connection. If other endpoints respond, the endpoint may be
        down, or a firewall may only let its own network in. Contact the endpoint’s administrators.
      </p>
    </Notice>
  );
}
