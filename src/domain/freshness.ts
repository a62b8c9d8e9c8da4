/** Whether what is shown is kept up to date, and if not, why not. */
export type Freshness = 'loading' | 'live' | 'retrying' | 'offline' | 'paused' | 'sign-in' | 'over';

/** What decides about it. */
export interface FreshnessFacts {
  isOffline: boolean;
  isPaused: boolean;
  /** Whether it is asked again by itself. */
  isPolled: boolean;
  isFailing: boolean;
  /** Asked for the first time. */
  isLoading: boolean;
}

/** The reason that a person can do most about comes first; what is asked no more after a failure waits for a sign-in. */
export function freshnessOf({
  isOffline,
  isPaused,
  isPolled,
  isFailing,
  isLoading,
}: FreshnessFacts): Freshness {
  if (isOffline) return 'offline';
  if (!isPolled) return isFailing ? 'sign-in' : 'over';
  if (isPaused) return 'paused';
  if (isFailing) return 'retrying';
  return isLoading ? 'loading' : 'live';
}
