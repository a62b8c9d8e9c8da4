import { expect, test } from 'vitest';
import type { GatewayPolicy } from './policy-check/checkPolicy.ts';
import { OPEN_POLICY } from './policy-check/policyForTests.ts';
import { policySummary } from './policySummary.ts';

test.each<[Partial<GatewayPolicy>, string]>([
  [{}, 'Anyone who can sign in'],
  [{ allowedDomains: ['hpc.example'] }, 'Only hpc.example'],
  [{ allowedDomains: ['a.b', 'b.c', 'c.d', 'd.e', 'e.f'] }, 'Only a.b, b.c, c.d and 2 more'],
  [{ authenticationTimeoutMinutes: 30 }, 'Sign-in within 30 min'],
  [
    { allowedDomains: ['hpc.example'], usersAllowed: ['ada'], usersDenied: ['eve'] },
    'Only hpc.example, only listed users, some users denied',
  ],
  [{ unreadable: ['allowedDomains'] }, 'More that this dashboard can’t read'],
])('a policy with %o in one line', (change, line) => {
  expect(policySummary({ ...OPEN_POLICY, ...change })).toBe(line);
});
