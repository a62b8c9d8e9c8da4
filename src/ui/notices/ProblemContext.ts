import { createContext } from 'react';
import type { Problem, WayOn } from '../../domain/sign-in/problem.ts';
import type { Asker } from '../../domain/sign-in/stepUp.ts';

/** What the app lends to every error picture: words for an error, and the way to sign in that it asks for. */
export interface ProblemTools {
  /** @param askers who may have refused the call */
  describe: (error: unknown, askers: readonly Asker[]) => Problem;
  /** Leaves for Globus and comes back to this very place; rejects when that cannot even begin. */
  signIn: (wayOn: WayOn) => Promise<void>;
  /** Settles when it is clear that no newer version of the dashboard is about to take over the page. */
  versionCheck: () => Promise<void>;
}

export const ProblemContext = createContext<ProblemTools | null>(null);
