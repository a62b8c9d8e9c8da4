import { expect, test } from 'vitest';
import { describeOwners } from './owners.ts';

const ME = 'me';
const ONLY_OWN = 'Only tunnels that you own are listed.';
const UNKNOWN = 'The tunnels that Globus lists for you.';

test.each<[string, (string | null)[] | undefined, string | undefined, string]>([
  ['only one’s own', [ME, ME], ME, ONLY_OWN],
  ['one’s own, under a linked identity', [ME, 'linked'], ME, ONLY_OWN],
  ['none at all', [], ME, UNKNOWN],
  ['someone else’s, too', [ME, 'a'], ME, 'Includes 1 tunnel that other people own.'],
  ['only other people’s', ['a', 'b'], ME, 'Includes 2 tunnels that other people own.'],
  ['one whose owner Globus doesn’t report', [ME, null], ME, UNKNOWN],
  ['another one’s, and one without an owner', ['a', null], ME, 'Includes 1 tunnel that other people own.'],
  ['someone unknown reads it', ['a'], undefined, UNKNOWN],
  ['not loaded yet', undefined, ME, UNKNOWN],
])('%s', (_what, ownerIds, readerId, text) => {
  expect(
    describeOwners(
      ownerIds?.map((ownerId) => ({ ownerId })),
      new Set(readerId === undefined ? [] : [readerId, 'linked']),
    ),
  ).toBe(text);
});
