import { use, useEffect, useState } from 'react';
import type { CreationFailure } from '../../../api/tunnels/createTunnel.ts';
import { durationText } from '../../../domain/text/time.ts';
import { ProblemContext } from '../../../ui/notices/ProblemContext.ts';
import { useNow } from '../../../ui/text/useNow.ts';
import styles from './SubmissionStatus.module.css';

const SLOW_MS = 5000;

/** While Globus is asked: quiet at first, calming when it takes long, and plain about what goes wrong meanwhile. */
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
  const tools = use(ProblemContext);
  const problem = lastFailure && tools?.describe(lastFailure.error, []);
  return (
    <div className={lastFailure || isSlow || isOffline ? styles.note : undefined}>
      <div role="status">
        {isOffline && <p>This device is offline. The request is sent as soon as the network is back.</p>}
        {!isOffline && problem && (
          <>
            <p className={styles.title}>Still trying</p>
            <p>
              {problem.title}. It is asked again by itself, as the same request: no second tunnel comes of it.
            </p>
          </>
        )}
        {!isOffline && !problem && (
          <p className={isSlow ? undefined : 'muted'}>
            {isSlow
              ? 'Still waiting for Globus. Should no answer come within half a minute, it is asked again by itself; no second tunnel comes of it.'
              : 'Asking Globus and the two sites.'}
          </p>
        )}
      </div>
      {lastFailure && <NextTry trouble={lastFailure} requestId={problem?.requestId ?? null} />}
      {(lastFailure || isSlow || isOffline) && (
        <button type="button" className="button" onClick={onCancel}>
          Stop trying
        </button>
      )}
    </div>
  );
}

/** Outside of what is read aloud: it changes every second. */
function NextTry({ trouble, requestId }: { trouble: CreationFailure; requestId: string | null }) {
  const leftMs = trouble.nextRetryAtMs - useNow();
  return (
    <p className="muted small">
      {leftMs > 0 ? `Next try in ${durationText(leftMs + 999)}` : 'Trying now'}
      {requestId && (
        <>
          {' '}
          · Request ID <span className="mono">{requestId}</span>
        </>
      )}
    </p>
  );
}
