import type { GatewayPolicy } from './checkPolicy.ts';
import { type IdentityMapping, parseIdentityMappings } from './identityMapping.ts';
import type { PolicySubject } from './interpolate.ts';
import type { MatchExpression } from './mapIdentity.ts';

/** A policy that admits everyone. */
export const OPEN_POLICY: GatewayPolicy = {
  allowedDomains: [],
  authenticationTimeoutMinutes: null,
  identityMappings: null,
  usersAllowed: null,
  usersDenied: null,
  runsAsLocalUser: false,
  unreadable: [],
};

/** Returns an identity with a username and everything else. */
export function subjectForTests(username: string, more: Partial<PolicySubject> = {}): PolicySubject {
  return { id: 'id-1', username, name: 'Ada Byron', organization: 'Lab', email: 'ada@mail.example', ...more };
}

/** Returns the mappings of one expression document. */
export function rulesForTests(...mappings: unknown[]): IdentityMapping[] {
  return parseIdentityMappings([{ DATA_TYPE: 'expression_identity_mapping#1.0.0', mappings }]) ?? [];
}

/** Evaluates expressions without a time limit, so only harmless ones. */
export const matchForTests: MatchExpression = async (source, ignoreCase, text) => {
  const groups = new RegExp(source, ignoreCase ? 'iu' : 'u').exec(text)?.slice(1);
  return groups ? { kind: 'match', groups: groups.map((group) => group ?? null) } : { kind: 'no-match' };
};
