import { type FormEvent, useId, useState } from 'react';
import { parseUsernames } from '../../domain/site/policy-check/checkPeople.ts';
import {
  checkPolicy,
  type GatewayPolicy,
  type PolicyCheck,
} from '../../domain/site/policy-check/checkPolicy.ts';
import { CheckedPeople } from './CheckedPeople.tsx';
import styles from './PeopleCheck.module.css';
import { useExpressionMatcher } from './useExpressionMatcher.ts';

interface Result {
  checks: PolicyCheck[];
  /** How many pasted usernames weren't checked, because there were too many. */
  omitted: number;
  checkedAtMs: number;
}

/** Checks pasted usernames against a policy. When they last signed in isn't known. */
export function PeopleCheck({ policy, gatewayName }: { policy: GatewayPolicy; gatewayName: string | null }) {
  const match = useExpressionMatcher();
  const [text, setText] = useState('');
  const [result, setResult] = useState<Result | null>(null);
  const [isChecking, setChecking] = useState(false);
  const fieldId = useId();
  const hintId = useId();
  const check = async (event: FormEvent) => {
    event.preventDefault();
    const { subjects, omitted } = parseUsernames(text);
    const checkedAtMs = Date.now();
    setChecking(true);
    const checks: PolicyCheck[] = [];
    for (const subject of subjects) checks.push(await checkPolicy(policy, subject, null, checkedAtMs, match));
    setChecking(false);
    setResult({ checks, omitted, checkedAtMs });
  };
  return (
    <>
      <form className={styles.form} onSubmit={(event) => void check(event)}>
        <label htmlFor={fieldId}>Usernames</label>
        <p className="muted small" id={hintId}>
          The full names of identities, such as ada@lab.example, one per line or separated by commas.
        </p>
        <textarea
          id={fieldId}
          aria-describedby={hintId}
          rows={3}
          spellCheck={false}
          autoCapitalize="none"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <div className="row">
          <button type="submit" className="button" disabled={text.trim() === '' || isChecking}>
            Check usernames
          </button>
          <span className="muted small" role="status">
            {isChecking ? 'Checking' : result && summaryText(result)}
          </span>
        </div>
      </form>
      {result && !isChecking && (
        <CheckedPeople
          // A new check starts with its own details open or closed.
          key={result.checkedAtMs}
          checks={result.checks}
          gatewayName={gatewayName}
          checkedAtMs={result.checkedAtMs}
        />
      )}
    </>
  );
}

function summaryText({ checks, omitted }: Result): string {
  const count = (verdict: PolicyCheck['verdict']) =>
    checks.filter((check) => check.verdict === verdict).length;
  const parts = [
    checks.length === 1 ? '1 username checked' : `${checks.length} usernames checked`,
    count('allowed') > 0 && `${count('allowed')} allowed`,
    count('denied') > 0 && `${count('denied')} denied`,
    count('undecided') > 0 && `${count('undecided')} can’t be decided here`,
    omitted > 0 && `${omitted.toLocaleString('en')} more not checked`,
  ];
  return parts.filter(Boolean).join(', ');
}
