/** Whether what is shown is kept up to date, and if not, why not. */
export type Freshness = 'loading' | 'live' | 'retrying' | 'offline' | 'paused' | 'sign-in' | 'over';

/** What decides about it. */
export interface FreshnessFacts {
  isOffline: boolean;
  isPaused: boolean;
  /** Whether it is asked again by itself. */
  isPolled: boolean;
  isFailing: boolean;
  /** Refused until somebody signs in. */
  needsSignIn: boolean;
  /** Asked for the first time. */
  isLoading: boolean;
}

/** The reason that a person can do most about comes first. */
export function freshnessOf({
  isOffline,
  isPaused,
  isPolled,
  isFailing,
  needsSignIn,
  isLoading,
}: FreshnessFacts): Freshness {
  if (isOffline) return 'offline';
  if (!isPolled) return needsSignIn ? 'sign-in' : 'over';
  if (isPaused) return 'paused';
  if (isFailing) return 'retrying';
  return isLoading ? 'loading' : 'live';
}
