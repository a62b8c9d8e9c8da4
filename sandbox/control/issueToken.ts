import { PERSONAS, type Persona } from '../world/identities.ts';
import type { AccessToken, TokenStore } from '../world/tokens.ts';
import type { World } from '../world/world.ts';

const TRANSFER = 'transfer.api.globus.org';

/** A token without a sign-in, for tests and benchmarks that are not about signing in. */
export interface IssueTokenRequest {
  /** Default the researcher. */
  persona?: Persona['key'];
  /** Default Transfer's; an endpoint's id for its GCS Manager. */
  resourceServer?: string;
  /** Default the usual scope of the resource server. */
  scope?: string;
  lifetimeSeconds?: number;
  mfa?: boolean;
  /** Which of the person's identities signed in, by place; default the primary one alone. */
  identityIndexes?: number[];
  /** How long ago that was. */
  signedInMinutesAgo?: number;
}

/** Issues the token as if Auth had. */
export function issueToken(order: IssueTokenRequest, world: World, tokens: TokenStore): AccessToken {
  const person = PERSONAS.find(({ key }) => key === (order.persona ?? 'researcher'));
  if (!person) throw new RangeError(`There is no persona ${order.persona}.`);
  const resourceServer = order.resourceServer ?? TRANSFER;
  const right = resourceServer === TRANSFER ? 'all' : 'manage_collections';
  const authenticatedAt = world.clock.now() - (order.signedInMinutesAgo ?? 0) * 60_000;
  const authentications = (order.identityIndexes ?? [0]).flatMap((place) => {
    const identity = person.identities[place];
    return identity ? [{ identityId: identity.id, authenticatedAt, mfa: order.mfa ?? false }] : [];
  });
  return tokens.issue({
    resourceServer,
    scope: order.scope ?? `urn:globus:auth:scope:${resourceServer}:${right}`,
    identityId: person.identities[0].id,
    identityIds: person.identities.map(({ id }) => id),
    authentications: () => authentications,
    lifetimeSeconds: order.lifetimeSeconds ?? 172_800,
  });
}
