import { expect, test } from 'vitest';
import type { GatewayPolicy } from '../sites.ts';
import { OPEN_POLICY } from '../sites.ts';
import { policyVerdict } from './policyVerdict.ts';

const MIRA = 'a1e50000-0000-4000-8000-000000000001';
const MIRA_AT_HPC = 'a1e50000-0000-4000-8000-000000000002';
const NOW = 1_000_000_000;
const MINUTE = 60_000;
const rule = { source: '{username}', match: '(.*)@hpc\\.example', output: '{0}' };
const mapping = (...mappings: (typeof rule & object)[]) => ({
  identity_mappings: [{ DATA_TYPE: 'expression_identity_mapping#1.0.0' as const, mappings }],
});

/** The verdict for Mira, who has signed in with her university two minutes ago. */
function verdict(
  policy: Partial<GatewayPolicy>,
  { mfa = false, signedIn = [MIRA], requiresMfa = false } = {},
) {
  return policyVerdict(
    {
      policy: { ...OPEN_POLICY, ...policy },
      demands: { policyId: 'p', mfa: requiresMfa, dataAccessConsent: false },
    },
    {
      identityIds: [MIRA, MIRA_AT_HPC],
      authentications: () =>
        signedIn.map((identityId) => ({ identityId, authenticatedAt: NOW - 2 * MINUTE, mfa })),
    },
    NOW,
  );
}
const mira = { identityId: MIRA, username: 'mira@harbor.example' };
const hpc = { identityId: MIRA_AT_HPC, username: 'mokafor@hpc.example' };

test.each<[string, Partial<GatewayPolicy>, object]>([
  ['an open gateway', {}, { kind: 'admitted', identities: [mira, hpc] }],
  [
    'a domain of an identity that has not signed in',
    { allowed_domains: ['hpc.example'] },
    { kind: 'domain' },
  ],
  ['a domain of no identity', { allowed_domains: ['x.example'] }, { kind: 'domain', domains: ['x.example'] }],
  ['a recent sign-in', { authentication_timeout_mins: 2 }, { kind: 'admitted' }],
  ['a sign-in that is too old', { authentication_timeout_mins: 1 }, { kind: 'timeout', minutes: 1 }],
  ['an allow list', { users_allow: ['mira@harbor.example'] }, { kind: 'admitted', identities: [mira] }],
  ['a deny list', { users_deny: ['mira@harbor.example'] }, { kind: 'admitted', identities: [hpc] }],
  [
    'lists that exclude everyone',
    { users_allow: ['mira@harbor.example'], users_deny: ['mira@harbor.example'] },
    { kind: 'denied' },
  ],
  [
    'a recent sign-in with another identity',
    { users_allow: ['mokafor@hpc.example'], authentication_timeout_mins: 9 },
    { kind: 'identity', identityIds: [MIRA_AT_HPC] },
  ],
  [
    'a mapping',
    mapping(rule),
    { kind: 'admitted', identities: [{ identityId: MIRA_AT_HPC, username: 'mokafor' }] },
  ],
  ['lists of mapped usernames', { ...mapping(rule), users_deny: ['mokafor'] }, { kind: 'denied' }],
  ['a mapping that never applies', mapping({ ...rule, match: 'x' }), { kind: 'denied', usernames: [] }],
  [
    'the first rule that applies, with fields in its output',
    mapping({ ...rule, match: '.*', output: '{organization}/{0}' }, { ...rule, output: '{id}' }),
    { kind: 'admitted', identities: [{ identityId: MIRA_AT_HPC, username: MIRA_AT_HPC }] },
  ],
  [
    'a literal match that ignores case',
    mapping({
      ...rule,
      match: 'MIRA@harbor.example',
      output: 'm',
      literal: true,
      ignore_case: true,
    } as never),
    { kind: 'admitted', identities: [{ identityId: MIRA, username: 'm' }] },
  ],
  [
    'an external program',
    { identity_mappings: [{ DATA_TYPE: 'external_identity_mapping#1.0.0', command: ['/bin/map'] }] },
    { kind: 'admitted', identities: [{ username: 'mira' }, { username: 'mokafor' }] },
  ],
  ['local accounts without a mapping', { run_as_local_user: true }, { kind: 'denied' }],
  [
    'local accounts with a mapping',
    { run_as_local_user: true, ...mapping(rule) },
    { kind: 'admitted', identities: [{ username: 'mokafor' }] },
  ],
])('%s', (_, policy, expected) => {
  expect(verdict(policy)).toMatchObject(expected);
});

test('one authentication must meet all requirements', () => {
  const options = { requiresMfa: true, signedIn: [MIRA, MIRA_AT_HPC] };
  expect(verdict({}, options)).toMatchObject({ kind: 'mfa' });
  expect(verdict({ authentication_timeout_mins: 1 }, { ...options, mfa: true }).kind).toBe('timeout');
  expect(verdict({ authentication_timeout_mins: 2 }, { ...options, mfa: true }).kind).toBe('admitted');
});
