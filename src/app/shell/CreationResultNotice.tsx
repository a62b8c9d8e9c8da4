import { Link } from 'react-router';
import { UnconfirmedCreationError } from '../../api/tunnels/UnconfirmedCreationError.ts';
import { routePaths } from '../../config/routePaths.ts';
import type { UnattendedResult } from '../../features/create-tunnel/sending/unattendedResult.ts';
import { Notice } from '../../ui/notices/Notice.tsx';
import { describeProblem } from '../describeProblem.ts';
import styles from './CreationResultNotice.module.css';

/** Announces a tunnel that was created, or not, after the person had left the wizard or changed the draft. */
export function CreationResultNotice({
  result,
  onDismiss,
}: {
  result: UnattendedResult;
  onDismiss: () => void;
}) {
  return (
    <div className={styles.notice}>
      {result.status === 'created' ? (
        <Notice
          tone="success"
          actions={
            <Link className="button" to={routePaths.tunnel(result.tunnelId)} onClick={onDismiss}>
              View tunnel
            </Link>
          }
          onDismiss={onDismiss}
        >
          <p dir="auto">
            <strong>Tunnel created:</strong> <bdi>{result.label ?? result.tunnelId}</bdi>
          </p>
        </Notice>
      ) : (
        <Failure result={result} onDismiss={onDismiss} />
      )}
    </div>
  );
}

function Failure({
  result: { error, label, isDraftKept },
  onDismiss,
}: {
  result: Extract<UnattendedResult, { status: 'failed' }>;
  onDismiss: () => void;
}) {
  const { title, requestId } = describeProblem(error, []);
  const mayExist = error instanceof UnconfirmedCreationError;
  return (
    <Notice
      tone="problem"
      requestId={requestId}
      actions={
        isDraftKept && (
          <Link className="button" to={`${routePaths.createTunnel}?step=review`} onClick={onDismiss}>
            Back to your draft
          </Link>
        )
      }
      onDismiss={onDismiss}
    >
      <p dir="auto">
        <strong>
          Couldn’t {mayExist ? 'confirm' : 'create'} {label ? <bdi>{label}</bdi> : 'your tunnel'}.
        </strong>{' '}
        {title}.{mayExist && ' The tunnel may have been created. Check your list of tunnels.'}
        {isDraftKept && ' Your settings are saved.'}
      </p>
    </Notice>
  );
}
