import type { Identity } from '../identities.ts';

/** A rule of an expression mapping. */
interface MappingRule {
  /** Text with fields of the identity in curly brackets. */
  source: string;
  /** A regular expression that must match the whole source, or, with `literal`, the text itself. */
  match: string;
  /** Text with fields of the identity, and with the groups of the match as `{0}`, `{1}` and so on. */
  output: string;
  literal?: boolean;
  ignore_case?: boolean;
}

/** How a gateway turns identities into usernames of its site, with the members of the GCS Manager API. */
export type IdentityMapping =
  | { DATA_TYPE: 'expression_identity_mapping#1.0.0'; mappings: MappingRule[] }
  | { DATA_TYPE: 'external_identity_mapping#1.0.0'; command: string[] };

/** What a mapping knows about an identity. */
export type MappedIdentity = Pick<Identity, 'id' | 'username' | 'name' | 'email' | 'organization'>;

/**
 * Returns the username of an identity at a site. The first rule that applies counts. Returns undefined if there are
 * mappings and none applies.
 */
export function mapIdentity(
  mappings: readonly IdentityMapping[] | null,
  identity: MappedIdentity,
): string | undefined {
  if (mappings === null || mappings.length === 0) return identity.username;
  for (const mapping of mappings) {
    // No program of a site exists here. Every external mapping stands for one that drops the domain.
    if ('command' in mapping) return identity.username.split('@', 1)[0];
    for (const rule of mapping.mappings) {
      const username = applyRule(rule, identity);
      if (username !== undefined) return username;
    }
  }
  return undefined;
}

function applyRule(rule: MappingRule, identity: MappedIdentity): string | undefined {
  const source = interpolate(rule.source, identity, []);
  const pattern = patternOf(rule);
  if (source === undefined || !pattern) return undefined;
  const match = pattern.exec(source);
  return match ? interpolate(rule.output, identity, match.slice(1)) : undefined;
}

/** Returns undefined if the expression is valid only in Python's dialect, so that the rule never applies. */
function patternOf({ match, literal = false, ignore_case: ignoreCase = false }: MappingRule) {
  const expression = literal ? match.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&') : match;
  try {
    return new RegExp(`^(?:${expression})$`, ignoreCase ? 'i' : '');
  } catch {
    return undefined;
  }
}

/** Fills in the fields and groups of a text. Returns undefined if one of them doesn't exist. */
function interpolate(
  text: string,
  { id, username, name, email, organization }: MappedIdentity,
  groups: readonly (string | undefined)[],
): string | undefined {
  const fields: Record<string, string> = { id, username, name, email, organization };
  let isComplete = true;
  const filled = text.replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = /^\d+$/.test(key) ? groups[Number(key)] : fields[key];
    isComplete &&= value !== undefined;
    return value ?? '';
  });
  return isComplete ? filled : undefined;
}
