import type { AccessToken, TokenStore } from '../world/tokens.ts';

/** Returns the access token of a request, or undefined if there is none that is valid at this resource server. */
export function findBearerToken(
  authorization: string | undefined,
  tokens: TokenStore,
  resourceServer: string,
): AccessToken | undefined {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  return token === undefined ? undefined : tokens.find(token, resourceServer);
}
