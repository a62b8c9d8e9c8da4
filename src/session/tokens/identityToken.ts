import { createLocalJWKSet, errors, type JWK, type JWTPayload, type JWTVerifyOptions, jwtVerify } from 'jose';
import * as v from 'valibot';
import type { SignedInIdentity } from '../sessionStore.ts';
import { SignInError } from '../sign-in/SignInError.ts';
import type { LinkedIdentity } from '../useMyIdentities.ts';

const claim = v.optional(v.nullable(v.string()), null);

/** POSIX seconds. */
const time = v.fallback(v.nullable(v.number()), null);

const Claims = v.object({
  sub: v.pipe(v.string(), v.nonEmpty()),
  preferred_username: claim,
  name: claim,
  email: claim,
  organization: claim,
  last_authentication: time,
  identity_set: v.fallback(v.array(v.unknown()), []),
});

const LinkedClaims = v.object({
  sub: v.pipe(v.string(), v.nonEmpty()),
  username: v.pipe(v.string(), v.nonEmpty()),
  name: claim,
  email: claim,
  organization: claim,
  last_authentication: time,
});

const MAX_LINKED = 100;

/** What an ID token must match to be accepted. */
export interface IdTokenExpectations {
  /** Without a trailing slash. */
  issuer: string;
  clientId: string;
  nonce: string;
  /** The provider's public keys. */
  keys: JWK[];
}

/** Globus signs with RS512. RS256 is the default of OpenID Connect. */
const ALGORITHMS = ['RS512', 'RS256'];

/**
 * Verifies an ID token (OpenID Connect Core 3.1.3.7) and returns who signed in.
 *
 * A clock that is wrong by up to 15 minutes does no harm, because lifetimes count from the moment a token arrives.
 *
 * @throws SignInError 'identity-unverified', or 'clock-wrong' if only the times don't match this clock
 */
export async function verifyIdToken(
  idToken: string,
  expected: IdTokenExpectations,
): Promise<SignedInIdentity> {
  const payload = await verify(idToken, expected);
  if (payload.nonce !== expected.nonce) reject('the nonce doesn’t match');
  if (!isIssuedTo(payload, expected.clientId)) reject('it was issued to another client');
  const claims = v.safeParse(Claims, payload);
  if (!claims.success) return reject('its claims can’t be read');
  const { sub, preferred_username, name, email, organization, last_authentication } = claims.output;
  const identity = { id: sub, username: preferred_username ?? sub, name, email, organization };
  const linked = linkedIdentities(claims.output.identity_set);
  // Without an identity set [A], the person has at least the identity they signed in with.
  return {
    ...identity,
    linked: linked.length > 0 ? linked : [{ ...identity, signedInAtMs: toMs(last_authentication) }],
  };
}

function linkedIdentities(identitySet: readonly unknown[]): LinkedIdentity[] {
  return identitySet.slice(0, MAX_LINKED).flatMap((item) => {
    const { success, output } = v.safeParse(LinkedClaims, item);
    if (!success) return [];
    const { sub, username, name, email, organization, last_authentication } = output;
    return { id: sub, username, name, email, organization, signedInAtMs: toMs(last_authentication) };
  });
}

const toMs = (seconds: number | null) => (seconds === null ? null : seconds * 1000);

/** Checks the authorized party, which must be named if there are other audiences (3.1.3.7, steps 3 to 5). */
function isIssuedTo({ aud, azp }: JWTPayload, clientId: string): boolean {
  if (azp === undefined) return !Array.isArray(aud) || aud.length === 1;
  return azp === clientId;
}

async function verify(idToken: string, { issuer, clientId, keys }: IdTokenExpectations): Promise<JWTPayload> {
  const options = {
    // Some providers write the issuer with a trailing slash.
    issuer: [issuer, `${issuer}/`],
    audience: clientId,
    algorithms: ALGORITHMS,
    requiredClaims: ['exp', 'iat', 'sub'],
    clockTolerance: '15 minutes',
  };
  try {
    return await verifySigned(idToken, keys, options);
  } catch (error) {
    if (isTimeError(error)) throw new SignInError('clock-wrong', error.code);
    return reject(error instanceof errors.JOSEError ? error.code : 'it isn’t a valid token');
  }
}

/** Globus gives its keys no ID (`kid`), so each key that may have signed is tried. */
async function verifySigned(idToken: string, keys: JWK[], options: JWTVerifyOptions): Promise<JWTPayload> {
  try {
    return (await jwtVerify(idToken, createLocalJWKSet({ keys }), options)).payload;
  } catch (error) {
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
    for await (const key of error) {
      try {
        return (await jwtVerify(idToken, key, options)).payload;
      } catch (reason) {
        if (!(reason instanceof errors.JWSSignatureVerificationFailed)) throw reason;
      }
    }
    throw new errors.JWSSignatureVerificationFailed();
  }
}

/** Only the times are wrong: jose checks them last, after the signature and everything else. */
function isTimeError(error: unknown): error is errors.JOSEError {
  if (error instanceof errors.JWTExpired) return true;
  if (!(error instanceof errors.JWTClaimValidationFailed) || error.reason === 'missing') return false;
  return ['nbf', 'iat', 'exp'].includes(error.claim);
}

function reject(why: string): never {
  throw new SignInError('identity-unverified', `The ID token was rejected: ${why}.`);
}
