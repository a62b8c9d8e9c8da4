import { use, useEffect, useState } from 'react';
import type { CreationFailure } from '../../../api/tunnels/createTunnel.ts';
import { durationText } from '../../../domain/text/time.ts';
import { ProblemContext } from '../../../ui/notices/ProblemContext.ts';
import { useNow } from '../../../ui/text/useNow.ts';
import styles from './SubmissionStatus.module.css';

const SLOW_MS = 5000;

/** Shows that a tunnel is being created; after a while, or when something fails, also what happens next. */
export function SubmissionStatus({
  isOffline,
  lastFailure,
  onCancel,
}: {
  isOffline: boolean;
  lastFailure: CreationFailure | null;
  onCancel: () => void;
}) {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  const services = use(ProblemContext);
  const problem = lastFailure && services?.describe(lastFailure.error, []);
  const needsAttention = lastFailure !== null || isSlow || isOffline;
  return (
    <div className={needsAttention ? styles.note : undefined}>
      <div role="status">
        {isOffline && <p>You’re offline. We’ll send the request when you’re back online.</p>}
        {!isOffline && problem && (
          <>
            <p className={styles.title}>{problem.title}</p>
            <p>We’re retrying automatically. You won’t get a duplicate tunnel.</p>
          </>
        )}
        {!isOffline && !problem && (
          <p className={isSlow ? undefined : 'muted'}>
            {isSlow
              ? 'Still waiting for Globus. If Globus doesn’t respond within 30 seconds, we’ll retry automatically. You won’t get a duplicate tunnel.'
              : 'Contacting Globus and both sites…'}
          </p>
        )}
      </div>
      {lastFailure && <NextRetry failure={lastFailure} requestId={problem?.requestId ?? null} />}
      {needsAttention && (
        <button type="button" className="button" onClick={onCancel}>
          Cancel
        </button>
      )}
    </div>
  );
}

/** Outside the live region, because it changes every second. */
function NextRetry({ failure, requestId }: { failure: CreationFailure; requestId: string | null }) {
  const leftMs = failure.nextRetryAtMs - useNow();
  return (
    <p className="muted small">
      {leftMs > 0 ? `Retrying in ${durationText(leftMs + 999)}` : 'Retrying…'}
      {requestId && (
        <>
          {' '}
          · Request ID <span className="mono">{requestId}</span>
        </>
      )}
    </p>
  );
}
