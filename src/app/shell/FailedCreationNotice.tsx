import { Link } from 'react-router';
import { routePaths } from '../../config/routePaths.ts';
import { RequestId } from '../../ui/notices/RequestId.tsx';
import { describeProblem } from '../describeProblem.ts';
import styles from './SessionExpiryNotice.module.css';
import type { FailedCreation } from './useFailedCreation.ts';

/** Tells of a tunnel that was refused after its maker had left the wizard, and leads back to their answers. */
export function FailedCreationNotice({
  failure: { error, label },
  onClose,
}: {
  failure: FailedCreation;
  onClose: () => void;
}) {
  const { title, requestId } = describeProblem(error, []);
  return (
    <div className={`${styles.notice} ${styles.error}`} role="alert">
      <div>
        <p dir="auto">
          <strong>The tunnel {label && <bdi>{label}</bdi>} was not created.</strong> {title}. Your answers are
          kept.
        </p>
        <RequestId id={requestId} />
      </div>
      <Link className="button" to={`${routePaths.createTunnel}?step=review`}>
        Back to the new tunnel
      </Link>
      <button type="button" className="button plain" onClick={onClose}>
        Close
      </button>
    </div>
  );
}
