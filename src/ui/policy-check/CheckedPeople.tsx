import type { PolicyCheck } from '../../domain/site/policy-check/checkPolicy.ts';
import { explainPolicyCheck, OUTCOME_TEXT } from '../../domain/site/policy-check/explanation.ts';
import { CopyButton } from '../controls/CopyButton.tsx';
import styles from './CheckedPeople.module.css';
import { PolicyOutcomeIcon } from './PolicyOutcomeIcon.tsx';
import { PolicySteps } from './PolicySteps.tsx';

/** Shows the verdict on each identity, with its steps and an explanation to send. A single one is open. */
export function CheckedPeople({
  checks,
  gatewayName,
  checkedAtMs,
}: {
  checks: readonly PolicyCheck[];
  gatewayName: string | null;
  /** When they were checked, in milliseconds since the epoch. */
  checkedAtMs: number;
}) {
  return (
    <ul className={styles.people} aria-label="Results">
      {checks.map((check) => (
        <li key={check.subject.id ?? check.subject.username}>
          <details open={checks.length === 1}>
            <summary>
              <span className={styles.summary}>
                <PolicyOutcomeIcon outcome={check.verdict === 'allowed' ? 'passed' : check.verdict} />
                <span>
                  <bdi>{check.subject.username}</bdi>:{' '}
                  <strong>{check.verdict === 'allowed' ? 'Allowed' : OUTCOME_TEXT[check.verdict]}</strong>
                </span>
              </span>
            </summary>
            <div className={styles.steps}>
              <PolicySteps check={check} />
              <div className="row">
                <CopyButton
                  text={explainPolicyCheck(check, gatewayName, checkedAtMs)}
                  contentLabel="explanation"
                />
                <span className="muted small">Copies the explanation as text to send.</span>
              </div>
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
}
