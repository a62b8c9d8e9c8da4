import { Link } from 'react-router';
import { routePaths } from '../../config/routePaths.ts';
import { Notice } from '../../ui/notices/Notice.tsx';
import { describeProblem } from '../describeProblem.ts';
import styles from './FailedCreationNotice.module.css';
import type { FailedCreation } from './useFailedCreation.ts';

/** Tells of a tunnel that was refused after its maker had left the wizard, and leads back to their answers. */
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
            Back to the new tunnel
          </Link>
        }
        onDismiss={onDismiss}
      >
        <p dir="auto">
          <strong>The tunnel {label && <bdi>{label}</bdi>} was not created.</strong> {title}. Your answers are
          kept.
        </p>
      </Notice>
    </div>
  );
}
