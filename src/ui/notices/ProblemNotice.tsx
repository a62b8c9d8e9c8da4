import { use } from 'react';
import { PossibleRefusersContext } from './PossibleRefusersContext.ts';
import { ProblemContext } from './ProblemContext.ts';
import styles from './ProblemNotice.module.css';
import { RequestId } from './RequestId.tsx';
import { SignInRemedyButton } from './SignInRemedyButton.tsx';

/** An error: what happened, what it means, what to do, and the request id in small print. */
export function ProblemNotice({
  error,
  onRetry,
  retryLabel = 'Try again',
}: {
  error: unknown;
  onRetry?: () => void;
  retryLabel?: string;
}) {
  const tools = use(ProblemContext);
  const askers = use(PossibleRefusersContext);
  if (!tools) throw new Error('ProblemNotice stands outside the app.');
  const problem = tools.describe(error, askers);
  const { requirements, signInRemedy, supportUrl, requestId } = problem;
  const canRetry = problem.canRetry && onRetry !== undefined;
  return (
    <div className={signInRemedy ? styles.signInRequired : styles.problem} role="alert">
      <h2 dir="auto">{problem.title}</h2>
      <p dir="auto">{problem.impact}</p>
      {requirements.length > 0 && (
        <ul className={styles.requirements}>
          {requirements.map((words) => (
            <li key={words} dir="auto">
              {words}
            </li>
          ))}
        </ul>
      )}
      {problem.detail && (
        <p className={styles.detail} dir="auto">
          Globus says: “{problem.detail}”
        </p>
      )}
      {(signInRemedy || canRetry || supportUrl) && (
        <div className="row">
          {signInRemedy && <SignInRemedyButton remedy={signInRemedy} />}
          {canRetry && (
            <button type="button" className="button" onClick={onRetry}>
              {retryLabel}
            </button>
          )}
          {supportUrl && <a href={supportUrl}>Ask for help</a>}
        </div>
      )}
      <RequestId id={requestId} />
    </div>
  );
}
