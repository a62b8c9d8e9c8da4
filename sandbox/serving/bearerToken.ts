import type { AccessToken, TokenStore } from '../world/tokens.ts';

/** The facts of a call's access token, if it brought one that is good at this resource server. */
export function findBearerToken(
  authorization: string | undefined,
  tokens: TokenStore,
  resourceServer: string,
): AccessToken | undefined {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  return token === undefined ? undefined : tokens.find(token, resourceServer);
}
