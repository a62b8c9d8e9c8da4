import { Link } from 'react-router';
import { routePaths } from '../../config/routePaths.ts';
import type { Tunnel } from '../../domain/tunnel/tunnel.ts';
import { Notice } from '../../ui/notices/Notice.tsx';
import { TimeText } from '../../ui/text/TimeText.tsx';

/** Says that the tunnel disappeared while its page was open, and how old the details below are. */
export function GoneNotice({
  tunnel,
  lastSeenMs,
  requestId,
  onRetry,
}: {
  tunnel: Tunnel;
  lastSeenMs: number;
  /** The request that no longer found the tunnel. */
  requestId: string | null;
  onRetry: () => unknown;
}) {
  return (
    <Notice
      tone="warning"
      role="alert"
      title="This tunnel was deleted, or you lost access"
      requestId={requestId}
      actions={
        <>
          <Link className="button" to={routePaths.duplicateTunnel(tunnel)}>
            Recreate tunnel
          </Link>
          <Link className="button" to={routePaths.fleet}>
            Go to Tunnels
          </Link>
          <button type="button" className="button" onClick={() => onRetry()}>
            Check again
          </button>
        </>
      }
    >
      <p>
        Globus doesn’t report which. The details below are from <TimeText ms={lastSeenMs} format="clock" />.
      </p>
    </Notice>
  );
}
