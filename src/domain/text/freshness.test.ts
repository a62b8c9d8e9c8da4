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
  ['asked again and again', {}, 'live'],
  ['asked for the first time', { isLoading: true }, 'loading'],
  ['failed, and will be asked again', { isFailing: true }, 'retrying'],
  ['failed before it was ever there', { isFailing: true, isLoading: true }, 'retrying'],
  ['held by a person, failing or not', { isPaused: true, isFailing: true }, 'paused'],
  ['refused until somebody signs in', { isPolled: false, isFailing: true, needsSignIn: true }, 'sign-in'],
  [
    'refused while it was held',
    { isPolled: false, isFailing: true, needsSignIn: true, isPaused: true },
    'sign-in',
  ],
  ['failed, and not worth asking again', { isPolled: false, isFailing: true }, 'over'],
  ['known for good', { isPolled: false }, 'over'],
  ['without a network', { isOffline: true, isFailing: true, isPaused: true, isPolled: false }, 'offline'],
])('%s', (_about, facts, freshness) => {
  expect(freshnessOf({ ...LIVE, ...facts })).toBe(freshness);
});
