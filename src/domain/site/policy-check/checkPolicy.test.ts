import { describe, expect, test } from 'vitest';
import { checkPolicy, type GatewayPolicy, type SignInTime } from './checkPolicy.ts';
import { parseIdentityMappings } from './identityMapping.ts';
import { matchForTests, OPEN_POLICY, rulesForTests, subjectForTests } from './policyForTests.ts';

const MINUTE = 60_000;
const NOW = 1_800_000_000_000;
const ADA = subjectForTests('ada@lab.example');
const external = parseIdentityMappings([
  { DATA_TYPE: 'external_identity_mapping#1.0.0', command: ['/opt/map'] },
]);
const username = (match: string, output = '{0}', more = {}) => ({
  source: '{username}',
  match,
  output,
  ...more,
});
const localPart = rulesForTests(username('(.*)@lab\\.example'));

/** The verdict, and the step that explains it. */
type Row = [
  what: string,
  policy: Partial<GatewayPolicy>,
  verdict: string,
  step: string,
  signedInAt?: SignInTime,
];

const ROWS: Row[] = [
  ['an open policy', {}, 'allowed', 'domain passed'],
  ['no domains reported', { allowedDomains: null }, 'allowed', 'domain passed'],
  ['the domain', { allowedDomains: ['lab.example'] }, 'allowed', 'domain passed'],
  ['the domain in another case', { allowedDomains: ['LAB.Example'] }, 'allowed', 'domain passed'],
  ['one of several domains', { allowedDomains: ['x.example', 'lab.example'] }, 'allowed', 'domain passed'],
  ['another domain', { allowedDomains: ['hpc.example'] }, 'denied', 'domain denied'],
  ['a subdomain only', { allowedDomains: ['example'] }, 'denied', 'domain denied'],
  ['a longer domain', { allowedDomains: ['mylab.example'] }, 'denied', 'domain denied'],
  ['unreadable domains', { unreadable: ['allowedDomains'] }, 'undecided', 'domain undecided'],

  ['the full name denied', { usersDenied: ['ada@lab.example'] }, 'denied', 'denied-users denied'],
  ['the local part denied, but no mapping', { usersDenied: ['ada'] }, 'allowed', 'denied-users passed'],
  ['denied in another case', { usersDenied: ['Ada@lab.example'] }, 'undecided', 'denied-users undecided'],
  ['someone else denied', { usersDenied: ['eve@lab.example'] }, 'allowed', 'denied-users passed'],
  ['the full name allowed', { usersAllowed: ['ada@lab.example'] }, 'allowed', 'allowed-users passed'],
  ['someone else allowed', { usersAllowed: ['eve@lab.example'] }, 'denied', 'allowed-users denied'],
  ['allowed in another case', { usersAllowed: ['ADA@lab.example'] }, 'undecided', 'allowed-users undecided'],
  ['an empty list of allowed users', { usersAllowed: [] }, 'allowed', 'allowed-users passed'],
  [
    'on both lists',
    { usersAllowed: ['ada@lab.example'], usersDenied: ['ada@lab.example'] },
    'denied',
    'denied-users denied',
  ],
  [
    'an unreadable list of denied users',
    { unreadable: ['usersDenied'] },
    'undecided',
    'denied-users undecided',
  ],
  [
    'an unreadable list of allowed users',
    { unreadable: ['usersAllowed'] },
    'undecided',
    'allowed-users undecided',
  ],

  ['a mapped user', { identityMappings: localPart }, 'allowed', 'mapping passed'],
  [
    'the mapped user denied',
    { identityMappings: localPart, usersDenied: ['ada'] },
    'denied',
    'denied-users denied',
  ],
  [
    'the full name denied, but mapped to another',
    { identityMappings: localPart, usersDenied: ['ada@lab.example'] },
    'allowed',
    'denied-users passed',
  ],
  [
    'the mapped user allowed',
    { identityMappings: localPart, usersAllowed: ['ada'] },
    'allowed',
    'allowed-users passed',
  ],
  [
    'no rule applies',
    { identityMappings: rulesForTests(username('(.*)@hpc\\.example')) },
    'denied',
    'mapping denied',
  ],
  ['a document without rules', { identityMappings: rulesForTests() }, 'denied', 'mapping denied'],
  ['an empty list of mappings', { identityMappings: [] }, 'allowed', 'mapping passed'],
  ['a program at the site', { identityMappings: external }, 'undecided', 'mapping undecided'],
  [
    'a program at the site, after a rule that applies',
    { identityMappings: [...localPart, ...(external ?? [])] },
    'allowed',
    'mapping passed',
  ],
  [
    'a program at the site, and a domain that isn’t allowed',
    { identityMappings: external, allowedDomains: ['hpc.example'] },
    'denied',
    'domain denied',
  ],
  [
    'a program at the site, and denied users',
    { identityMappings: external, usersDenied: ['ada'] },
    'undecided',
    'denied-users undecided',
  ],
  [
    'a mapping of an unknown type',
    { identityMappings: parseIdentityMappings([{}]) },
    'undecided',
    'mapping undecided',
  ],
  ['an unreadable mapping', { unreadable: ['identityMappings'] }, 'undecided', 'mapping undecided'],

  ['no time limit', {}, 'allowed', 'sign-in-age passed', null],
  [
    'a recent sign-in',
    { authenticationTimeoutMinutes: 30 },
    'allowed',
    'sign-in-age passed',
    NOW - 29 * MINUTE,
  ],
  [
    'at the time limit',
    { authenticationTimeoutMinutes: 30 },
    'allowed',
    'sign-in-age passed',
    NOW - 30 * MINUTE,
  ],
  ['after it', { authenticationTimeoutMinutes: 30 }, 'sign-in', 'sign-in-age sign-in', NOW - 30 * MINUTE - 1],
  [
    'a clock that is ahead',
    { authenticationTimeoutMinutes: 30 },
    'allowed',
    'sign-in-age passed',
    NOW + MINUTE,
  ],
  ['an unknown time', { authenticationTimeoutMinutes: 30 }, 'undecided', 'sign-in-age undecided', null],
  [
    'never signed in',
    { authenticationTimeoutMinutes: 30 },
    'sign-in',
    'sign-in-age sign-in',
    'not-in-session',
  ],
  [
    'a linked identity of an allowed domain, never signed in',
    { allowedDomains: ['lab.example'] },
    'sign-in',
    'sign-in-age sign-in',
    'not-in-session',
  ],
  ['an open policy, never signed in', {}, 'allowed', 'sign-in-age passed', 'not-in-session'],
  ['a limit of 0', { authenticationTimeoutMinutes: 0 }, 'undecided', 'sign-in-age undecided', NOW],
  ['a negative limit', { authenticationTimeoutMinutes: -5 }, 'undecided', 'sign-in-age undecided', NOW],
  [
    'an unreadable limit',
    { unreadable: ['authenticationTimeoutMinutes'] },
    'undecided',
    'sign-in-age undecided',
    NOW,
  ],
  [
    'an old sign-in of someone denied',
    { authenticationTimeoutMinutes: 30, usersDenied: ['ada@lab.example'] },
    'denied',
    'denied-users denied',
    0,
  ],
  [
    'an old sign-in, and a program at the site',
    { authenticationTimeoutMinutes: 30, identityMappings: external },
    'undecided',
    'sign-in-age sign-in',
    0,
  ],

  [
    'a local account',
    { runsAsLocalUser: true, identityMappings: localPart },
    'allowed',
    'local-account unchecked',
  ],
  ['a version without local accounts', { runsAsLocalUser: null }, 'allowed', 'local-account passed'],
  ['an unreadable flag', { unreadable: ['runsAsLocalUser'] }, 'undecided', 'local-account undecided'],
];

test.each(ROWS)('%s', async (_what, policy, verdict, step, signedInAt = NOW) => {
  const check = await checkPolicy({ ...OPEN_POLICY, ...policy }, ADA, signedInAt, NOW, matchForTests);
  expect(check.steps.map(({ id, outcome }) => `${id} ${outcome}`)).toContain(step);
  expect(check.verdict).toBe(verdict);
  expect(check.steps).toHaveLength(6);
});

describe('the reasons', () => {
  const reasonOf = async (policy: Partial<GatewayPolicy>, step: string, subject = ADA) => {
    const check = await checkPolicy(
      { ...OPEN_POLICY, ...policy },
      subject,
      NOW - 90 * MINUTE,
      NOW,
      matchForTests,
    );
    return check.steps.find(({ id }) => id === step);
  };

  test('name the domain and those that are allowed', async () => {
    const step = await reasonOf({ allowedDomains: ['a.example', 'b.example'] }, 'domain');
    expect(step?.reason).toBe('The domain “lab.example” isn’t allowed. Allowed: “a.example”, “b.example”.');
  });

  test('name the rule that applied and its username', async () => {
    const rules = rulesForTests(username('x'), username('(.*)@lab\\.example'));
    const step = await reasonOf({ identityMappings: rules }, 'mapping');
    expect(step?.reason).toBe('Rule 2 of the identity mapping maps “ada@lab.example” to “ada”.');
  });

  test('say how old the sign-in is', async () => {
    const step = await reasonOf({ authenticationTimeoutMinutes: 60 }, 'sign-in-age');
    expect(step?.reason).toBe(
      'This site requires a sign-in within the last 1 h. The last one was 1 h 30 min ago.',
    );
  });

  test('state the assumption behind a rule that isn’t documented', async () => {
    const both = { usersAllowed: ['ada@lab.example'], usersDenied: ['ada@lab.example'] };
    expect((await reasonOf(both, 'denied-users'))?.source).toContain('Assumption');
    expect((await reasonOf({}, 'domain'))?.source).toContain('Assumption');
  });

  test('don’t carry hostile text', async () => {
    const hostile = subjectForTests(`eve\n\u202e${'x'.repeat(500)}@evil.example`);
    const step = await reasonOf({ allowedDomains: ['\n# Allowed', 'y'.repeat(500)] }, 'domain', hostile);
    expect(step?.reason).not.toMatch(/[\n\u202e]/u);
    expect(step?.reason.length).toBeLessThan(300);
  });

  test('ask for the full name where a username has no domain', async () => {
    const step = await reasonOf({ allowedDomains: ['lab.example'] }, 'domain', subjectForTests('ada'));
    expect(step).toMatchObject({ outcome: 'undecided' });
  });
});
