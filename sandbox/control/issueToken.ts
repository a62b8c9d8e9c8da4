import { PERSONAS, type Persona } from '../world/identities.ts';
import type { AccessToken, TokenStore } from '../world/tokens.ts';
import type { World } from '../world/world.ts';

const TRANSFER = 'transfer.api.globus.org';

/** A token to issue without a sign-in, for tests and benchmarks that aren't about signing in. */
export interface IssueTokenRequest {
  /** Default: the researcher. */
  persona?: Persona['key'];
  /** Default: Transfer. The ID of an endpoint for its GCS Manager. */
  resourceServer?: string;
  /** Default: the scope that the dashboard requests for this resource server. */
  scope?: string;
  lifetimeSeconds?: number;
  mfa?: boolean;
  /** Which of the persona's identities have signed in, by index. Default: only the primary one. */
  identityIndexes?: number[];
  /** How long ago they signed in, in minutes. Default 0. */
  signedInMinutesAgo?: number;
}

/**
 * Issues a token as if Auth had.
 *
 * @throws RangeError if the persona doesn't exist
 */
export function issueToken(request: IssueTokenRequest, world: World, tokens: TokenStore): AccessToken {
  const persona = PERSONAS.find(({ key }) => key === (request.persona ?? 'researcher'));
  if (!persona) throw new RangeError(`There is no persona ${request.persona}.`);
  const resourceServer = request.resourceServer ?? TRANSFER;
  const scopeName = resourceServer === TRANSFER ? 'all' : 'manage_collections';
  const authenticatedAt = world.clock.now() - (request.signedInMinutesAgo ?? 0) * 60_000;
  const authentications = (request.identityIndexes ?? [0]).flatMap((index) => {
    const identity = persona.identities[index];
    return identity ? [{ identityId: identity.id, authenticatedAt, mfa: request.mfa ?? false }] : [];
  });
  return tokens.issue({
    resourceServer,
    scope: request.scope ?? `urn:globus:auth:scope:${resourceServer}:${scopeName}`,
    identityId: persona.identities[0].id,
    identityIds: persona.identities.map(({ id }) => id),
    authentications: () => authentications,
    lifetimeSeconds: request.lifetimeSeconds ?? 172_800,
  });
}
