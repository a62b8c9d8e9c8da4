import { use, useEffect, useState } from 'react';
import type { CreationTrouble } from '../../../api/tunnels/createTunnel.ts';
import { durationText } from '../../../domain/text/time.ts';
import { ProblemContext } from '../../../ui/notices/ProblemContext.ts';
import { useNow } from '../../../ui/text/useNow.ts';
import styles from './SendingNote.module.css';

const SLOW_MS = 5000;

/** While Globus is asked: quiet at first, calming when it takes long, and plain about what goes wrong meanwhile. */
export function SendingNote({
  isOffline,
  trouble,
  onStop,
}: {
  isOffline: boolean;
  trouble: CreationTrouble | null;
  onStop: () => void;
}) {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  const tools = use(ProblemContext);
  const problem = trouble && tools?.describe(trouble.error, []);
  return (
    <div className={trouble || isSlow || isOffline ? styles.note : undefined}>
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
      {trouble && <NextTry trouble={trouble} requestId={problem?.requestId ?? null} />}
      {(trouble || isSlow || isOffline) && (
        <button type="button" className="button" onClick={onStop}>
          Stop trying
        </button>
      )}
    </div>
  );
}

/** Outside of what is read aloud: it changes every second. */
function NextTry({ trouble, requestId }: { trouble: CreationTrouble; requestId: string | null }) {
  const leftMs = trouble.nextTryAtMs - useNow();
  return (
    <p className="muted small">
      {leftMs > 0 ? `Next try in ${durationText(leftMs + 999)}` : 'Trying now'}
      {requestId && (
        <>
          {' '}
          · Request id <span className="mono">{requestId}</span>
        </>
      )}
    </p>
  );
}
