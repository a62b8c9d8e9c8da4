import { expect, it } from 'vitest';
import { parseWallDisplaySettings, wallViewAt } from './wallDisplay.ts';

it.each([
  ['', null],
  ['wall', { views: ['counts', 'ending', 'activity'], secondsPerView: 20 }],
  ['wall=ends,nope,ends,counts&every=30', { views: ['ends', 'counts'], secondsPerView: 30 }],
  ['wall=ends&every=0', { views: ['ends'], secondsPerView: 5 }],
  ['wall=ends&every=1e9', { views: ['ends'], secondsPerView: 20 }],
])('%j', (address, settings) => {
  expect(parseWallDisplaySettings(new URLSearchParams(address))).toEqual(settings);
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
