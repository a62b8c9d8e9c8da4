import { Link } from 'react-router';
import { routePaths } from '../../config/routePaths.ts';
import { Notice } from '../../ui/notices/Notice.tsx';
import { describeProblem } from '../describeProblem.ts';
import styles from './FailedCreationNotice.module.css';
import type { FailedCreation } from './useFailedCreation.ts';

/** Reports a tunnel that Globus refused after the person left the wizard, with a link back to their draft. */
export function FailedCreationNotice({
  failure: { error, label },
  onDismiss,
}: {
  failure: FailedCreation;
  onDismiss: () => void;
}) {
  const { title, requestId } = describeProblem(error, []);
  return (
    <div className={styles.notice}>
      <Notice
        tone="problem"
        requestId={requestId}
        actions={
          <Link className="button" to={`${routePaths.createTunnel}?step=review`}>
            Back to your draft
          </Link>
        }
        onDismiss={onDismiss}
      >
        <p dir="auto">
          <strong>Couldn’t create {label ? <bdi>{label}</bdi> : 'your tunnel'}.</strong> {title}. Your
          settings are saved.
        </p>
      </Notice>
    </div>
  );
}
