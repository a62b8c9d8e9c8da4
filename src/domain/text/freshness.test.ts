import { expect, it } from 'vitest';
import { type FreshnessFacts, freshnessOf } from './freshness.ts';

const LIVE: FreshnessFacts = {
  isOffline: false,
  isPaused: false,
  isPolled: true,
  isFailing: false,
  needsSignIn: false,
  isLoading: false,
};

it.each<[string, Partial<FreshnessFacts>, string]>([
  ['refreshed automatically', {}, 'live'],
  ['the first request', { isLoading: true }, 'loading'],
  ['failed, and will be retried', { isFailing: true }, 'retrying'],
  ['failed on the first request', { isFailing: true, isLoading: true }, 'retrying'],
  ['paused by a person, failing or not', { isPaused: true, isFailing: true }, 'paused'],
  ['refused until the person signs in', { isPolled: false, isFailing: true, needsSignIn: true }, 'sign-in'],
  [
    'refused while it was paused',
    { isPolled: false, isFailing: true, needsSignIn: true, isPaused: true },
    'sign-in',
  ],
  ['failed, and not worth a retry', { isPolled: false, isFailing: true }, 'final'],
  ['never changes again', { isPolled: false }, 'final'],
  [
    'without a network connection',
    { isOffline: true, isFailing: true, isPaused: true, isPolled: false },
    'offline',
  ],
])('%s', (_case, facts, freshness) => {
  expect(freshnessOf({ ...LIVE, ...facts })).toBe(freshness);
});
