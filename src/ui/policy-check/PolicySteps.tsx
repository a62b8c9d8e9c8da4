import type { PolicyCheck, PolicyStep } from '../../domain/site/policy-check/checkPolicy.ts';
import { nextStep, OUTCOME_TEXT, verdictSentence } from '../../domain/site/policy-check/explanation.ts';
import { PolicyOutcomeIcon } from './PolicyOutcomeIcon.tsx';
import styles from './PolicySteps.module.css';

/** Shows whether an identity can use a gateway, what to do about it, and every step with its reason and source. */
export function PolicySteps({ check }: { check: PolicyCheck }) {
  const next = nextStep(check);
  return (
    <div className={styles.check}>
      <p className={styles.verdict} data-outcome={check.verdict}>
        <PolicyOutcomeIcon outcome={check.verdict === 'allowed' ? 'passed' : check.verdict} />
        <strong>{verdictSentence(check)}</strong>
      </p>
      {next !== null && <p>{next}</p>}
      <ol className={styles.steps}>
        {check.steps.map((step) => (
          <Step key={step.id} step={step} />
        ))}
      </ol>
    </div>
  );
}

function Step({ step: { title, outcome, reason, source } }: { step: PolicyStep }) {
  return (
    <li className={styles.step}>
      <PolicyOutcomeIcon outcome={outcome} />
      <div>
        <p>
          {title}: <strong>{OUTCOME_TEXT[outcome]}</strong>
        </p>
        <p>{reason}</p>
        <p className="muted small">Source: {source}</p>
      </div>
    </li>
  );
}
