import { use, useState } from 'react';
import type { SignInRemedy } from '../../domain/sign-in/problem.ts';
import { ProblemContext } from './ProblemContext.ts';

/** Starts a sign-in that returns to this page, and says why when it can't start. */
export function SignInRemedyButton({
  remedy,
  isPrimary = true,
}: {
  remedy: SignInRemedy;
  isPrimary?: boolean;
}) {
  const services = use(ProblemContext);
  const [error, setError] = useState<unknown>(null);
  if (!services) throw new Error('SignInRemedyButton needs a ProblemContext.');
  const problem = error == null ? null : services.describe(error, []);
  return (
    <>
      <button
        type="button"
        className={isPrimary ? 'button primary' : 'button'}
        onClick={() => void services.signIn(remedy).catch(setError)}
      >
        {remedy.label}
      </button>
      {problem && (
        <p role="alert">
          <strong>{problem.title}.</strong> {problem.impact}
        </p>
      )}
    </>
  );
}
