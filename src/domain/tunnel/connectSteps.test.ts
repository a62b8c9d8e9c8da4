import { expect, test } from 'vitest';
import { connectSteps } from './connectSteps.ts';

const CONTACT = { host: '192.0.2.10', port: 5000 };

test.each([
  ['UNINITIALIZED', null, ['current', 'upcoming', 'upcoming']],
  // The address was entered on creation, but the tunnel is not set up yet.
  ['UNINITIALIZED', CONTACT, ['current', 'upcoming', 'upcoming']],
  ['AWAITING_LISTENER', null, ['done', 'current', 'upcoming']],
  ['AWAITING_LISTENER', CONTACT, ['done', 'done', 'current']],
  ['ACTIVE', CONTACT, ['done', 'done', 'done']],
  // The API may leave the address out; an active tunnel has had one.
  ['ACTIVE', null, ['done', 'done', 'done']],
  ['STOPPING', CONTACT, null],
  ['STOPPED', CONTACT, null],
  ['unknown', null, null],
] as const)('%s, %j', (state, listenerContact, progress) => {
  const steps = connectSteps({ state, listenerContact });
  expect(steps?.map((step) => step.progress) ?? null).toEqual(progress);
});
