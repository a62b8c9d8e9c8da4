import { AUTH_SERVER, TRANSFER_SERVER } from './tokens.ts';

/** What every sign-in asks for (globus-api.md, "Signing in"). */
export const DEFAULT_SCOPES: readonly string[] = [
  'openid',
  'profile',
  'email',
  `urn:globus:auth:scope:${AUTH_SERVER}:view_identities`,
  `urn:globus:auth:scope:${TRANSFER_SERVER}:all`,
];

/** What reading or changing anything of one endpoint's GCS Manager needs; Globus has no smaller scope for it. */
export const manageCollectionsScope = (endpointId: string) =>
  `urn:globus:auth:scope:${endpointId}:manage_collections`;

/** Splits a scope string at its spaces and commas, except inside brackets: `A[*B C] D` is two scopes. */
export function splitScopes(text: string): string[] {
  const scopes: string[] = [];
  let depth = 0;
  let scope = '';
  for (const character of text) {
    if (character === '[') depth += 1;
    if (character === ']') depth -= 1;
    if (/[\s,]/.test(character) && depth <= 0) {
      if (scope) scopes.push(scope);
      scope = '';
    } else {
      scope += character;
    }
  }
  return scope ? [...scopes, scope] : scopes;
}

/** Scopes by their name, the star of an optional one included, each with the scopes nested in it. */
type ScopeTree = Map<string, ScopeTree>;

/** Adds scopes to a tree, so that the same name stands once and has everything that was nested in it anywhere. */
function addScopes(tree: ScopeTree, text: string): void {
  for (const scope of splitScopes(text)) {
    const [, name = scope, nested = ''] = /^([^[]+)\[(.*)\]$/s.exec(scope) ?? [];
    const children: ScopeTree = tree.get(name) ?? new Map();
    addScopes(children, nested);
    tree.set(name, children);
  }
}

function formatScopes(tree: ScopeTree): string {
  return [...tree]
    .map(([name, nested]) => (nested.size === 0 ? name : `${name}[${formatScopes(nested)}]`))
    .join(' ');
}

/**
 * The usual scopes with the required ones beside them. What a required scope nests in its brackets ("with these
 * dependent consents") goes into the one place where its name stands.
 *
 * @returns a scope string for the authorization request
 */
export function scopesToRequest(required: readonly string[]): string {
  const tree: ScopeTree = new Map();
  for (const scope of [...DEFAULT_SCOPES, ...required]) addScopes(tree, scope);
  return formatScopes(tree);
}
