/** Asks the worker to evaluate a regular expression with the flag "u". */
export interface ExpressionRequest {
  source: string;
  ignoreCase: boolean;
  text: string;
}

/** The worker's first message, or its result for the last request: what the groups matched, or that nothing did. */
export type ExpressionResponse =
  | { kind: 'ready' }
  | { kind: 'match'; groups: (string | null)[] }
  | { kind: 'no-match' }
  /** The browser doesn't accept the expression. */
  | { kind: 'unavailable' };
