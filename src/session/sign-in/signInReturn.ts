let isReturning = false;

/** Takes note that this page load began with a sign-in that succeeded. */
export function markSignInReturn(): void {
  isReturning = true;
}

/**
 * Whether this page load began with a sign-in that succeeded, and nobody has gone on because of it yet. Changes
 * nothing: React may draw a page, throw that away and draw it again before it is shown.
 */
export function isSignInReturn(): boolean {
  return isReturning;
}

/** What a refusal interrupted goes on once, and never because of a mere reload. */
export function clearSignInReturn(): void {
  isReturning = false;
}
