/** Whether the data on a page is kept up to date, and if not, why. */
export type Freshness = 'loading' | 'live' | 'retrying' | 'offline' | 'paused' | 'sign-in' | 'final';

/** What decides the freshness. */
export interface FreshnessFacts {
  isOffline: boolean;
  isPaused: boolean;
  /** Whether the data is refreshed automatically. */
  isPolled: boolean;
  isFailing: boolean;
  /** Whether Globus refuses the request until the person signs in. */
  needsSignIn: boolean;
  /** Whether this is the first request. */
  isLoading: boolean;
}

/** Returns how fresh data is. Of several reasons, the one that a person can do most about wins. */
export function freshnessOf({
  isOffline,
  isPaused,
  isPolled,
  isFailing,
  needsSignIn,
  isLoading,
}: FreshnessFacts): Freshness {
  if (isOffline) return 'offline';
  if (!isPolled) return needsSignIn ? 'sign-in' : 'final';
  if (isPaused) return 'paused';
  if (isFailing) return 'retrying';
  return isLoading ? 'loading' : 'live';
}
