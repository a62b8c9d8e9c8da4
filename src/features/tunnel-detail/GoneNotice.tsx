import { Link } from 'react-router';
import { routePaths } from '../../config/routePaths.ts';
import type { Tunnel } from '../../domain/tunnel/tunnel.ts';
import { RequestId } from '../../ui/notices/RequestId.tsx';
import { TimeText } from '../../ui/text/TimeText.tsx';
import styles from './GoneNotice.module.css';

/** The tunnel went away while somebody looked at it; what was known stays below, as what it is: the past. */
export function GoneNotice({
  tunnel,
  lastSeenMs,
  requestId,
  onRetry,
}: {
  tunnel: Tunnel;
  lastSeenMs: number;
  /** Of the call that did not find it any more. */
  requestId: string | null;
  onRetry: () => unknown;
}) {
  return (
    <div className={`card stack ${styles.gone}`} role="alert">
      <div>
        <h2>This tunnel is gone, or not visible to you any more</h2>
        <p>
          Somebody deleted it, or your access ended; Globus does not tell which. Below is what was known at{' '}
          <TimeText ms={lastSeenMs} format="clock" />.
        </p>
        <RequestId id={requestId} />
      </div>
      <p className="row">
        <Link className="button" to={routePaths.duplicateTunnel(tunnel)}>
          Make it again
        </Link>
        <Link className="button" to={routePaths.fleet}>
          Go to the tunnels
        </Link>
        <button type="button" className="button" onClick={() => onRetry()}>
          Look again
        </button>
      </p>
    </div>
  );
}
