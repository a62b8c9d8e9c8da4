import { AUTH_SERVER, TRANSFER_SERVER } from './tokens.ts';

/** The scopes that every sign-in requests (globus-api.md, "Signing in"). */
export const DEFAULT_SCOPES: readonly string[] = [
  'openid',
  'profile',
  'email',
  `urn:globus:auth:scope:${AUTH_SERVER}:view_identities`,
  `urn:globus:auth:scope:${TRANSFER_SERVER}:all`,
];

/** Returns the scope for reading or changing anything on an endpoint's GCS Manager. Globus has no narrower one. */
export const manageCollectionsScope = (endpointId: string) =>
  `urn:globus:auth:scope:${endpointId}:manage_collections`;

/** Splits a scope string at spaces and commas, except inside brackets: `A[*B C] D` is two scopes. */
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

/** Scopes by name (with the star of an optional one), each with the scopes nested in it. */
type ScopeTree = Map<string, ScopeTree>;

/** Adds scopes to a tree, so that each name is there once, with everything that is nested in it anywhere. */
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
 * Returns the scope string of an authorization request: the default scopes and the required ones. The nested scopes of a
 * required scope ("with these dependent consents") are merged into the single place where its name is.
 */
export function scopesToRequest(required: readonly string[]): string {
  const tree: ScopeTree = new Map();
  for (const scope of [...DEFAULT_SCOPES, ...required]) addScopes(tree, scope);
  return formatScopes(tree);
}
