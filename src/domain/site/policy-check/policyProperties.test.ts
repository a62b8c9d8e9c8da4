import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareAccess } from './checkPeople.ts';
import { checkPolicy, type GatewayPolicy } from './checkPolicy.ts';
import { explainPolicyCheck } from './explanation.ts';
import { parseIdentityMappings } from './identityMapping.ts';
import { mapIdentity } from './mapIdentity.ts';
import { matchForTests, OPEN_POLICY, rulesForTests, subjectForTests } from './policyForTests.ts';

// Whatever a policy holds, some things are always true of its check.

const NOW = 1_800_000_000_000;
const name = fc.constantFrom('ada', 'eve', 'Ada', 'ada@lab.example', 'eve@hpc.example', 'x', '');
const domain = fc.constantFrom('lab.example', 'hpc.example', 'x.example', 'LAB.EXAMPLE');
const username = fc.oneof(fc.constantFrom('ada@lab.example', 'eve@hpc.example', 'ada', '@', ''), fc.string());
const expression = fc.oneof(
  fc.constantFrom(
    '(.*)@lab\\.example',
    '.*',
    '(a.*)@.*',
    'ada@lab\\.example',
    '([a-z]+)@.*',
    '(',
    '(?=a)',
    'a|b',
  ),
  fc.stringMatching(/^[a@.|()?]{0,8}$/),
);
const rule = fc.record({
  source: fc.constantFrom('{username}', '{id}', '{email}', '{nothing}', 'x'),
  match: expression,
  output: fc.constantFrom('{0}', '{1}', 'ada', '{username}', ''),
  literal: fc.boolean(),
  ignore_case: fc.boolean(),
});
const list = fc.option(fc.array(name, { maxLength: 3 }), { nil: null });
const policy: fc.Arbitrary<GatewayPolicy> = fc.record({
  allowedDomains: fc.option(fc.array(domain, { maxLength: 3 }), { nil: null }),
  authenticationTimeoutMinutes: fc.option(fc.integer({ min: -1, max: 90 }), { nil: null }),
  identityMappings: fc.option(
    fc.array(rule, { maxLength: 3 }).map((rules) => rulesForTests(...rules)),
    { nil: null },
  ),
  usersAllowed: list,
  usersDenied: list,
  runsAsLocalUser: fc.option(fc.boolean(), { nil: null }),
  unreadable: fc.constant([]),
});
const signedInAt = fc.oneof(fc.integer({ min: NOW - 7_200_000, max: NOW }), fc.constant(null));
const check = (checked: GatewayPolicy, name: string, at: number | null = NOW) =>
  checkPolicy(checked, subjectForTests(name), at, NOW, matchForTests);

test('no one is allowed whose mapped username is denied', () =>
  fc.assert(
    fc.asyncProperty(policy, username, async (any, person) => {
      const { mappedUsername } = await check(any, person);
      const usersDenied = [...(any.usersDenied ?? []), mappedUsername ?? ''];
      const { verdict } = await check({ ...any, usersDenied }, person);
      if (mappedUsername !== null) expect(verdict).toBe('denied');
    }),
  ));

test('no one is allowed who isn’t on a list of allowed users', () =>
  fc.assert(
    fc.asyncProperty(policy, username, async (any, person) => {
      const { verdict } = await check({ ...any, usersAllowed: ['no-one-has-this-name'] }, person);
      expect(['denied', 'undecided']).toContain(verdict);
    }),
  ));

test('another domain, beside those that are listed, takes access from no one', () =>
  fc.assert(
    fc.asyncProperty(
      policy,
      fc.array(domain, { minLength: 1 }),
      domain,
      username,
      async (any, listed, more, person) => {
        const saved = { ...any, allowedDomains: listed };
        const edited = { ...any, allowedDomains: [...listed, more] };
        const { losing } = await compareAccess(saved, edited, [subjectForTests(person)], matchForTests);
        expect(losing).toEqual([]);
      },
    ),
  ));

test('another denied user gives access to no one, and a longer time limit takes it from no one', () =>
  fc.assert(
    fc.asyncProperty(policy, name, username, signedInAt, async (any, denied, person, at) => {
      const before = await check(any, person, at);
      const stricter = await check({ ...any, usersDenied: [...(any.usersDenied ?? []), denied] }, person, at);
      if (before.verdict !== 'allowed') expect(stricter.verdict).not.toBe('allowed');
      const minutes = any.authenticationTimeoutMinutes;
      if (minutes === null || before.verdict !== 'allowed') return;
      const longer = await check({ ...any, authenticationTimeoutMinutes: minutes + 1 }, person, at);
      expect(longer.verdict).toBe('allowed');
    }),
  ));

test('a rule after the one that applied changes nothing', () =>
  fc.assert(
    fc.asyncProperty(fc.array(rule, { maxLength: 3 }), rule, username, async (rules, last, person) => {
      const subject = subjectForTests(person);
      const before = await mapIdentity(subject, rulesForTests(...rules), matchForTests);
      const after = await mapIdentity(subject, rulesForTests(...rules, last), matchForTests);
      if (before.kind !== 'no-rule') expect(after).toEqual(before);
    }),
  ));

test('a verdict follows from its steps, and its explanation has them all', () =>
  fc.assert(
    fc.asyncProperty(policy, username, signedInAt, async (any, person, at) => {
      const result = await check(any, person, at);
      const outcomes = new Set(result.steps.map(({ outcome }) => outcome));
      expect(result.verdict === 'denied').toBe(outcomes.has('denied'));
      if (result.verdict === 'allowed')
        expect([...outcomes].every((outcome) => outcome === 'passed' || outcome === 'unchecked')).toBe(true);
      const text = explainPolicyCheck(result, 'Beamline', NOW);
      for (const { title, reason, source } of result.steps)
        for (const part of [title, reason, source]) expect(text).toContain(part);
    }),
  ));

test('any JSON as a mapping, and any text as a name: the check ends and says why', () =>
  fc.assert(
    fc.asyncProperty(fc.jsonValue(), fc.string({ unit: 'binary' }), async (documents, person) => {
      const identityMappings = parseIdentityMappings(documents);
      const result = await check({ ...OPEN_POLICY, identityMappings }, person);
      expect(result.steps.every(({ reason }) => /[.]$/.test(reason) && reason.length < 1000)).toBe(true);
    }),
  ));
