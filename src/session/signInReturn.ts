let isReturning = false;

/** Takes note that this page load began with a sign-in that succeeded. */
export function noteSignInReturn(): void {
  isReturning = true;
}

/**
 * Whether this page load began with a sign-in that succeeded: true for the first who asks, so that what a
 * refusal interrupted goes on once, and never because of a mere reload.
 */
export function takeSignInReturn(): boolean {
  const was = isReturning;
  isReturning = false;
  return was;
}
