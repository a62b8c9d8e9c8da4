import { AUTH_SERVER, TRANSFER_SERVER } from './tokens.ts';

/** What every sign-in asks for (globus-api.md, "Signing in"). */
export const USUAL_SCOPES: readonly string[] = [
  'openid',
  'profile',
  'email',
  `urn:globus:auth:scope:${AUTH_SERVER}:view_identities`,
  `urn:globus:auth:scope:${TRANSFER_SERVER}:all`,
];

/** Splits a scope string at its spaces, except inside brackets: `A[*B C] D` is two scopes. */
export function splitScopes(text: string): string[] {
  const scopes: string[] = [];
  let depth = 0;
  let scope = '';
  for (const character of text) {
    if (character === '[') depth += 1;
    if (character === ']') depth -= 1;
    if (/\s/.test(character) && depth <= 0) {
      if (scope) scopes.push(scope);
      scope = '';
    } else {
      scope += character;
    }
  }
  return scope ? [...scopes, scope] : scopes;
}

const baseOf = (scope: string) => scope.replace(/\[.*$/s, '');

/**
 * The usual scopes with the required ones beside them. A required scope that nests others takes the place of
 * its plain form, since Globus reads the brackets as "with these dependent consents".
 *
 * @returns a scope string for the authorization request
 */
export function scopesToRequest(required: readonly string[]): string {
  const scopes = new Set(USUAL_SCOPES);
  for (const scope of required.flatMap(splitScopes)) {
    if (scope.includes('[')) scopes.delete(baseOf(scope));
    scopes.add(scope);
  }
  return [...scopes].join(' ');
}
