import { createContext } from 'react';
import type { AuthorizationParameters } from '../domain/authorizationParameters.ts';
import type { Problem } from '../domain/problem.ts';

/** What the app lends to every error picture: words for an error, and the way to sign in that it asks for. */
export interface ProblemTools {
  describe: (error: unknown) => Problem;
  /** Leaves for Globus and comes back to this very place. */
  signIn: (asked: AuthorizationParameters | null) => void;
}

export const ProblemContext = createContext<ProblemTools | null>(null);
