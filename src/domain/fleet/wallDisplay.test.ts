import { expect, it } from 'vitest';
import { wallDisplayUrlState, wallViewAt } from './wallDisplay.ts';

it.each([
  ['', null],
  ['wall', { views: ['counts', 'ending', 'activity'], secondsPerView: 20 }],
  ['wall=ends,nope,ends,counts&every=30', { views: ['ends', 'counts'], secondsPerView: 30 }],
  ['wall=ends&every=0', { views: ['ends'], secondsPerView: 5 }],
  ['wall=ends&every=1e9', { views: ['ends'], secondsPerView: 20 }],
])('%j', (address, settings) => {
  expect(wallDisplayUrlState.read(new URLSearchParams(address))).toEqual({ wall: settings });
});

it('shows each view in turn, and then the first one again', () => {
  const settings = { views: ['ends', 'counts'] as const, secondsPerView: 10 };
  expect([0, 9_999, 10_000, 20_000].map((now) => wallViewAt(settings, now))).toEqual([
    'ends',
    'ends',
    'counts',
    'ends',
  ]);
});

it('writes the settings, or nothing, and keeps other parameters', () => {
  const query = new URLSearchParams('q=night&wall=ends&every=5');
  wallDisplayUrlState.write({ wall: { views: ['counts', 'usage'], secondsPerView: 30 } }, query);
  expect(query.toString()).toBe('q=night&wall=counts%2Cusage&every=30');
  wallDisplayUrlState.write({ wall: null }, query);
  expect(query.toString()).toBe('q=night');
});
