import { createContext } from 'react';
import type { Problem, SignInRemedy } from '../../domain/sign-in/problem.ts';
import type { RefusingSite } from '../../domain/sign-in/stepUp.ts';

/** What the app lends to every error picture: words for an error, and the way to sign in that it asks for. */
export interface ProblemServices {
  /** @param askers who may have refused the call */
  describe: (error: unknown, askers: readonly RefusingSite[]) => Problem;
  /** Leaves for Globus and comes back to this very place; rejects when that cannot even begin. */
  signIn: (wayOn: SignInRemedy) => Promise<void>;
  /** Settles when it is clear that no newer version of the dashboard is about to take over the page. */
  versionChecked: () => Promise<void>;
}

export const ProblemContext = createContext<ProblemServices | null>(null);
