import { createContext } from 'react';
import type { Problem, SignInRemedy } from '../../domain/sign-in/problem.ts';
import type { RefusingSite } from '../../domain/sign-in/stepUp.ts';

/** What the app provides to every error message: its text, and the sign-in that solves it. */
export interface ProblemServices {
  /** @param possibleRefusers the sites that may have refused the request */
  describe: (error: unknown, possibleRefusers: readonly RefusingSite[]) => Problem;
  /** Leaves for Globus, which returns to this page; rejects when the sign-in can't start. */
  signIn: (remedy: SignInRemedy) => Promise<void>;
  /** Settles once it is clear that no newer version of the dashboard is about to reload the page. */
  versionChecked: () => Promise<void>;
}

export const ProblemContext = createContext<ProblemServices | null>(null);
