import { expect, test } from 'vitest';
import { connectSteps } from './connectSteps.ts';

const CONTACT = { host: '192.0.2.10', port: 5000 };

test.each([
  ['UNINITIALIZED', null, ['now', 'later', 'later']],
  // Given in the wizard: known, but the tunnel is not set up yet.
  ['UNINITIALIZED', CONTACT, ['now', 'later', 'later']],
  ['AWAITING_LISTENER', null, ['done', 'now', 'later']],
  ['AWAITING_LISTENER', CONTACT, ['done', 'done', 'now']],
  ['ACTIVE', CONTACT, ['done', 'done', 'done']],
  // The API may leave the contact out; an active tunnel has had it.
  ['ACTIVE', null, ['done', 'done', 'done']],
  ['STOPPING', CONTACT, null],
  ['STOPPED', CONTACT, null],
  ['unknown', null, null],
] as const)('%s, %j', (state, listenerContact, progress) => {
  const steps = connectSteps({ state, listenerContact });
  expect(steps?.map((step) => step.progress) ?? null).toEqual(progress);
});
