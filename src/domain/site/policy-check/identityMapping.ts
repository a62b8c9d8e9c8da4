/**
 * One rule of an expression mapping. `source` and `output` have fields of the identity in curly brackets, and `match`
 * must match the whole source (globus-api.md, "GCS Manager").
 */
export interface MappingRule {
  source: string;
  match: string;
  output: string;
  literal: boolean;
  ignoreCase: boolean;
}

/** How a site turns identities into usernames: one document of a gateway's `identity_mappings`. */
export type IdentityMapping = {
  /** The document as the site stores it, so that saving it again loses nothing. */
  document: unknown;
} & (
  | {
      kind: 'expression';
      /** The rules in their order; null for one that can't be read. */
      rules: (MappingRule | null)[];
    }
  /** A program at the site. */
  | { kind: 'external'; command: string[] }
  | { kind: 'unreadable' }
);

/** Parses the `identity_mappings` of a gateway. Returns null if they aren't a list; never throws. */
export function parseIdentityMappings(documents: unknown): IdentityMapping[] | null {
  return Array.isArray(documents) ? documents.map(parseIdentityMapping) : null;
}

function parseIdentityMapping(document: unknown): IdentityMapping {
  const type = textOf(document, 'DATA_TYPE');
  const mappings = propertyOf(document, 'mappings');
  const command = propertyOf(document, 'command');
  // Later versions of the same type count as readable: their rules still need the same three texts.
  if (type?.startsWith('expression_identity_mapping#') && Array.isArray(mappings))
    return { document, kind: 'expression', rules: mappings.map(parseRule) };
  if (type?.startsWith('external_identity_mapping#') && isTextList(command))
    return { document, kind: 'external', command };
  return { document, kind: 'unreadable' };
}

function parseRule(document: unknown): MappingRule | null {
  const [source, match, output] = ['source', 'match', 'output'].map((name) => textOf(document, name));
  const literal = flagOf(document, 'literal');
  const ignoreCase = flagOf(document, 'ignore_case');
  const isReadable = source != null && match != null && output != null && literal !== null;
  return isReadable && ignoreCase !== null ? { source, match, output, literal, ignoreCase } : null;
}

function propertyOf(document: unknown, name: string): unknown {
  if (typeof document !== 'object' || document === null || !Object.hasOwn(document, name)) return undefined;
  return Reflect.get(document, name);
}

function textOf(document: unknown, name: string): string | null {
  const value = propertyOf(document, name);
  return typeof value === 'string' ? value : null;
}

/** Returns a flag, which is false if it is missing, or null if it has another type. */
function flagOf(document: unknown, name: string): boolean | null {
  const value = propertyOf(document, name) ?? false;
  return typeof value === 'boolean' ? value : null;
}

function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
