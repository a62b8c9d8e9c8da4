let isReturning = false;

/** Records that this page load began with a successful sign-in. */
export function markSignInReturn(): void {
  isReturning = true;
}

/**
 * Checks whether this page load began with a successful sign-in that no one has acted on yet. Only reads, because React
 * may render a page several times before it shows.
 */
export function isSignInReturn(): boolean {
  return isReturning;
}

/** Clears the record, so that an interrupted action continues once, and never because of a reload. */
export function clearSignInReturn(): void {
  isReturning = false;
}
