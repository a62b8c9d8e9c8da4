import {
  createLocalJWKSet,
  decodeJwt,
  errors,
  type JWK,
  type JWTPayload,
  type JWTVerifyOptions,
  jwtVerify,
  UnsecuredJWT,
} from 'jose';
import * as v from 'valibot';
import type { SignedInIdentity } from '../sessionStore.ts';
import { SignInError } from '../sign-in/SignInError.ts';

const claim = v.nullish(v.string(), null);

const Claims = v.object({
  sub: v.pipe(v.string(), v.nonEmpty()),
  preferred_username: claim,
  name: claim,
  email: claim,
  organization: claim,
});

/** What an ID token must match to be accepted. */
export interface IdTokenExpectations {
  /** Without a trailing slash. */
  issuer: string;
  clientId: string;
  nonce: string;
  /** The provider's public keys, or null if the page couldn't load them. */
  keys: JWK[] | null;
}

/**
 * Verifies an ID token (OpenID Connect Core 3.1.3.7) and returns who signed in.
 *
 * If the keys couldn't be loaded, TLS stands in for the signature, as 3.1.3.7 step 6 allows for a token that came directly
 * from the token endpoint. Issuer, audience, nonce and times are still checked. A clock that is wrong by up to 15 minutes
 * does no harm, because lifetimes count from the moment a token arrives.
 *
 * @throws SignInError 'identity-unverified', or 'clock-wrong' if only the times don't match this clock
 */
export async function verifyIdToken(
  idToken: string,
  expected: IdTokenExpectations,
): Promise<SignedInIdentity> {
  const payload = await verify(idToken, expected);
  if (payload.nonce !== expected.nonce) reject('the nonce doesn’t match');
  const claims = v.safeParse(Claims, payload);
  if (!claims.success) return reject('its claims can’t be read');
  const { sub, preferred_username, name, email, organization } = claims.output;
  return { id: sub, username: preferred_username ?? sub, name, email, organization };
}

async function verify(idToken: string, { issuer, clientId, keys }: IdTokenExpectations): Promise<JWTPayload> {
  // Some providers write the issuer with a trailing slash.
  const options = { issuer: [issuer, `${issuer}/`], audience: clientId, clockTolerance: '15 minutes' };
  try {
    if (keys) return await verifySigned(idToken, keys, options);
    // Without the signature, the claims go through the same checks as those of a signed token.
    const unsigned = new UnsecuredJWT(decodeJwt(idToken)).encode();
    return UnsecuredJWT.decode(unsigned, options).payload;
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
  return error instanceof errors.JWTClaimValidationFailed && ['nbf', 'iat', 'exp'].includes(error.claim);
}

function reject(why: string): never {
  throw new SignInError('identity-unverified', `The ID token was rejected: ${why}.`);
}
