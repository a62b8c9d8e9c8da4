import { expect, test } from 'vitest';
import { checkIdentitySet, compareAccess, parseUsernames } from './checkPeople.ts';
import { parseIdentityMappings } from './identityMapping.ts';
import { matchForTests, OPEN_POLICY, subjectForTests } from './policyForTests.ts';

const NOW = 1_800_000_000_000;
const LAB = { ...OPEN_POLICY, allowedDomains: ['lab.example'], authenticationTimeoutMinutes: 30 };
const names = (changes: { subject: { username: string } }[]) =>
  changes.map(({ subject }) => subject.username);

const linked = (username: string, signedInAt: number | 'not-in-session') => ({
  subject: subjectForTests(username),
  signedInAt,
});

test.each([
  ['the one that is allowed', [linked('a@x.example', NOW), linked('b@lab.example', NOW)], 'b@lab.example'],
  [
    'the one to sign in with, where none is allowed',
    [linked('a@x.example', NOW), linked('b@lab.example', 'not-in-session')],
    'b@lab.example',
  ],
  [
    'the allowed one before one that has to sign in',
    [linked('a@lab.example', 0), linked('b@lab.example', NOW)],
    'b@lab.example',
  ],
  [
    'the first of several that are allowed',
    [linked('a@lab.example', NOW), linked('b@lab.example', NOW)],
    'a@lab.example',
  ],
  ['none, where all are denied', [linked('a@x.example', NOW)], undefined],
  ['none, where there is none', [], undefined],
])('of a set of identities, the result names %s', async (_which, identities, best) => {
  const result = await checkIdentitySet(LAB, identities, NOW, matchForTests);
  expect(result.best?.subject.username).toBe(best);
  expect(result.checks).toHaveLength(identities.length);
});

test('a changed policy: who loses and who gains access, who keeps it, and who is undecided', async () => {
  const subjects = ['a@lab.example', 'b@hpc.example', 'c@x.example'].map((name) => subjectForTests(name));
  const edited = { ...LAB, allowedDomains: ['hpc.example'] };
  const changes = await compareAccess(LAB, edited, subjects, matchForTests);
  expect(names(changes.losing)).toEqual(['a@lab.example']);
  expect(names(changes.gaining)).toEqual(['b@hpc.example']);
  expect(names(changes.unchanged)).toEqual(['c@x.example']);
  const identityMappings = parseIdentityMappings([
    { DATA_TYPE: 'external_identity_mapping#1.0.0', command: ['x'] },
  ]);
  const unsure = await compareAccess(LAB, { ...LAB, identityMappings }, subjects, matchForTests);
  expect([names(unsure.undecided), names(unsure.unchanged)]).toEqual([
    ['a@lab.example'],
    ['b@hpc.example', 'c@x.example'],
  ]);
});

test('a shorter time limit takes access from no one', async () => {
  const changes = await compareAccess(
    { ...LAB, authenticationTimeoutMinutes: null },
    { ...LAB, authenticationTimeoutMinutes: 1 },
    [subjectForTests('a@lab.example')],
    matchForTests,
  );
  expect(names(changes.unchanged)).toEqual(['a@lab.example']);
});

test.each([
  ['a@x.example', ['a@x.example']],
  [
    'a@x.example, b@x.example;c@x.example\n d@x.example  e@x.example\r\n',
    'abcde'.split('').map((n) => `${n}@x.example`),
  ],
  ['Ada Byron <ada@x.example>\nEve <eve@x.example>', ['ada@x.example', 'eve@x.example']],
  ['a@x.example\na@x.example', ['a@x.example']],
  [' \n ,; ', []],
])('parseUsernames(%j)', (text, usernames) => {
  expect(parseUsernames(text)).toEqual({
    subjects: usernames.map((username) => ({
      id: null,
      username,
      name: null,
      organization: null,
      email: null,
    })),
    omitted: 0,
  });
});

test('a very long list of usernames is cut, and says so', () => {
  const { subjects, omitted } = parseUsernames(
    Array.from({ length: 1000 }, (_, at) => `u${at}@x`).join('\n'),
  );
  expect([subjects.length, omitted]).toEqual([200, 800]);
});
