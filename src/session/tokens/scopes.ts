import { addScopes, parseScopes, type ScopeTree, scopeTexts } from '../../domain/sign-in/scopes.ts';
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

/**
 * Returns the scope string of an authorization request: the default scopes and the required ones. The nested scopes of a
 * required scope ("with these dependent consents") are merged into the single place where its name is.
 */
export function scopesToRequest(required: readonly string[]): string {
  const tree: ScopeTree = new Map();
  for (const scope of [...DEFAULT_SCOPES, ...required]) addScopes(tree, parseScopes(scope));
  return scopeTexts(tree).join(' ');
}
