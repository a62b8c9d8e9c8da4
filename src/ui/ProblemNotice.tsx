import { use } from 'react';
import { stepUpWords } from '../domain/stepUp.ts';
import { ProblemContext } from './ProblemContext.ts';
import styles from './ProblemNotice.module.css';

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
  if (!tools) throw new Error('ProblemNotice stands outside the app.');
  const problem = tools.describe(error);
  const { authorization } = problem;
  return (
    <div className={authorization ? styles.ask : styles.problem} role="alert">
      <h3>{problem.title}</h3>
      <p>{problem.meaning}</p>
      {authorization && (
        <ul className={styles.asked}>
          {stepUpWords(authorization).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      {problem.detail && <p className={styles.detail}>Globus says: “{problem.detail}”</p>}
      <div className="row">
        {authorization && (
          <button type="button" className="button primary" onClick={() => tools.signIn(authorization)}>
            Continue to sign-in
          </button>
        )}
        {problem.canRetry && onRetry && (
          <button type="button" className="button" onClick={onRetry}>
            {retryLabel}
          </button>
        )}
      </div>
      {problem.requestId && (
        <p className={styles.request}>
          Request id <span className="mono">{problem.requestId}</span>
        </p>
      )}
    </div>
  );
}
