import { useState } from 'react';
import { NO_REQUIREMENTS } from '../../domain/sign-in/authorizationParameters.ts';
import { checkIdentitySet, type IdentitySetCheck } from '../../domain/site/policy-check/checkPeople.ts';
import type { GatewayPolicy, PolicyCheck, SignInTime } from '../../domain/site/policy-check/checkPolicy.ts';
import type { PolicySubject } from '../../domain/site/policy-check/interpolate.ts';
import { SignInRemedyButton } from '../notices/SignInRemedyButton.tsx';
import { CheckedPeople } from './CheckedPeople.tsx';
import { useExpressionMatcher } from './useExpressionMatcher.ts';

/** Checks which of the signed-in person's linked identities fits a policy, and offers the sign-in that it takes. */
export function MyIdentitiesCheck({
  policy,
  gatewayName,
  identities,
  label,
}: {
  policy: GatewayPolicy;
  gatewayName: string | null;
  identities: readonly { subject: PolicySubject; signedInAt: SignInTime }[];
  /** The text of the button. */
  label: string;
}) {
  const match = useExpressionMatcher();
  const [result, setResult] = useState<(IdentitySetCheck & { checkedAtMs: number }) | null>(null);
  const [isChecking, setChecking] = useState(false);
  const check = async () => {
    const checkedAtMs = Date.now();
    setChecking(true);
    const found = await checkIdentitySet(policy, identities, checkedAtMs, match);
    setChecking(false);
    setResult({ ...found, checkedAtMs });
  };
  return (
    <>
      <div className="row">
        <button type="button" className="button" disabled={isChecking} onClick={() => void check()}>
          {label}
        </button>
        <span className="muted small" role="status">
          {isChecking ? 'Checking' : result && 'Checked'}
        </span>
      </div>
      {result && (
        <>
          <p>
            <strong>{adviceOf(result.best)}</strong>
          </p>
          {result.best?.verdict === 'sign-in' && result.best.subject.id !== null && (
            <div className="row">
              <SignInRemedyButton
                isPrimary={false}
                remedy={{
                  label: `Sign in as ${result.best.subject.username}`,
                  authorization: {
                    ...NO_REQUIREMENTS,
                    requiredIdentities: [result.best.subject.id],
                    prompt: 'login',
                  },
                  asDifferentUser: false,
                }}
              />
            </div>
          )}
          <CheckedPeople
            key={result.checkedAtMs}
            checks={result.checks}
            gatewayName={gatewayName}
            checkedAtMs={result.checkedAtMs}
          />
        </>
      )}
    </>
  );
}

function adviceOf(best: PolicyCheck | null): string {
  if (best === null) return 'None of your identities can use this access point. Ask the site administrators.';
  const { username } = best.subject;
  if (best.verdict === 'allowed') return `You can use it as ${username}.`;
  if (best.verdict === 'sign-in') return `You can use it as ${username}, after a new sign-in.`;
  return `You may be able to use it as ${username}. This can’t be decided here.`;
}
