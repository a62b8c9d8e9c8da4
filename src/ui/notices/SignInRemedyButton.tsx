import { use, useState } from 'react';
import type { SignInRemedy } from '../../domain/sign-in/problem.ts';
import { ProblemContext } from './ProblemContext.ts';

/** Leaves for Globus to sign in and comes back to this place; says so when the browser does not let it begin. */
export function SignInRemedyButton({
  remedy,
  isPrimary = true,
}: {
  remedy: SignInRemedy;
  isPrimary?: boolean;
}) {
  const tools = use(ProblemContext);
  const [error, setError] = useState<unknown>(null);
  if (!tools) throw new Error('WayOnButton stands outside the app.');
  const problem = error == null ? null : tools.describe(error, []);
  return (
    <>
      <button
        type="button"
        className={isPrimary ? 'button primary' : 'button'}
        onClick={() => void tools.signIn(remedy).catch(setError)}
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
