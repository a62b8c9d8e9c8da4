import { expect, test } from 'vitest';
import { checkPolicy } from './checkPolicy.ts';
import { explainPolicyCheck, nextStep, verdictSentence } from './explanation.ts';
import { matchForTests, OPEN_POLICY, rulesForTests, subjectForTests } from './policyForTests.ts';

const NOW = Date.UTC(2026, 10, 30, 8, 0);
const check = (policy: object, name = 'ada@lab.example', at = NOW) =>
  checkPolicy({ ...OPEN_POLICY, ...policy }, subjectForTests(name), at, NOW, matchForTests);

test('the explanation can be sent as it is', async () => {
  const policy = {
    allowedDomains: ['hpc.example'],
    authenticationTimeoutMinutes: 30,
    identityMappings: rulesForTests({ source: '{username}', match: '(.*)@lab\\.example', output: '{0}' }),
    usersDenied: ['eve'],
    runsAsLocalUser: true,
  };
  expect(
    explainPolicyCheck(await check(policy, 'ada@lab.example', NOW - 7_200_000), 'Beamline 7', NOW),
  ).toBe(`\
This is a check of the policy of the stream gateway “Beamline 7”.

ada@lab.example can’t use this gateway. Sign in to Globus with an identity from an allowed domain, or ask the site administrators to allow this one.

1. Allowed domains: Denied
   The domain “lab.example” isn’t allowed. Allowed: “hpc.example”.
   Source: GCS Manager API, allowed_domains

2. Identity mapping: Passed
   Rule 1 of the identity mapping maps “ada@lab.example” to “ada”.
   Source: GCS Manager API, identity_mappings

3. Denied users: Passed
   The user “ada” isn’t denied.
   Source: GCS Manager API, users_deny

4. Allowed users: Passed
   The policy isn’t limited to certain users.
   Source: GCS Manager API, users_allow

5. Time since the last sign-in: Sign-in required
   This site requires a sign-in within the last 30 min. The last one was 2 h ago.
   Source: GCS Manager API, authentication_timeout_mins

6. Local account: Not checked
   The account “ada” must exist on the site’s server. Only the site can check this.
   Source: GCS Manager API, run_as_local_user

Checked on 2026-11-30 08:00:00 UTC against the policy as Globus reports it. The site decides.`);
});

test.each([
  [{}, 'ada@lab.example can use this gateway.', null],
  [{ runsAsLocalUser: true }, 'ada@lab.example can use this gateway, if the local account exists.', null],
  [
    { usersDenied: ['ada@lab.example'] },
    'ada@lab.example can’t use this gateway.',
    'Ask the site administrators for access.',
  ],
  [
    { authenticationTimeoutMinutes: 0 },
    'Whether ada@lab.example can use this gateway can’t be decided here.',
    'Ask the site administrators to check it on their server.',
  ],
])('the verdict on %j', async (policy, sentence, next) => {
  const result = await check(policy);
  expect([verdictSentence(result), nextStep(result)]).toEqual([sentence, next]);
});

test('an old sign-in leads to a new one', async () => {
  const result = await check({ authenticationTimeoutMinutes: 30 }, 'ada@lab.example', 0);
  expect(verdictSentence(result)).toBe('ada@lab.example can use this gateway after a new sign-in.');
  expect(nextStep(result)).toBe('Sign in to Globus again as ada@lab.example.');
});
