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

/** What an id_token must show to be believed. */
export interface IdTokenExpectations {
  /** Without a slash at its end. */
  issuer: string;
  clientId: string;
  nonce: string;
  /** The provider's public keys, or null when the page could not read them. */
  keys: JWK[] | null;
}

/**
 * Checks an id_token (OpenID Connect Core 3.1.3.7) and reads who signed in.
 *
 * Where the keys cannot be read, the signature is left to TLS, as 3.1.3.7 step 6 allows for a token that came
 * straight from the token endpoint; issuer, audience, nonce and times are checked all the same. A clock that is
 * wrong by up to 15 minutes does no harm, since a lifetime is counted from the moment of arrival.
 *
 * @throws SignInError 'identity-unverified', or 'clock-wrong' when its times alone do not fit this clock
 */
export async function verifyIdToken(
  idToken: string,
  expected: IdTokenExpectations,
): Promise<SignedInIdentity> {
  const payload = await verify(idToken, expected);
  if (payload.nonce !== expected.nonce) refuse('its nonce is not the one of this sign-in');
  const claims = v.safeParse(Claims, payload);
  if (!claims.success) return refuse('its claims cannot be read');
  const { sub, preferred_username, name, email, organization } = claims.output;
  return { id: sub, username: preferred_username ?? sub, name, email, organization };
}

async function verify(idToken: string, { issuer, clientId, keys }: IdTokenExpectations): Promise<JWTPayload> {
  // Some write a slash at its end, and some do not.
  const options = { issuer: [issuer, `${issuer}/`], audience: clientId, clockTolerance: '15 minutes' };
  try {
    if (keys) return await verifySigned(idToken, keys, options);
    // The claims go through the same checks as a signed token's, without its signature.
    const unsigned = new UnsecuredJWT(decodeJwt(idToken)).encode();
    return UnsecuredJWT.decode(unsigned, options).payload;
  } catch (error) {
    if (isAboutTime(error)) throw new SignInError('clock-wrong', error.code);
    return refuse(error instanceof errors.JOSEError ? error.code : 'it is not a token');
  }
}

/** Globus names neither its keys nor the one that signed (`kid`): where several may have, each is tried. */
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

/** The signature and everything else were good by then: jose looks at the times last. */
function isAboutTime(error: unknown): error is errors.JOSEError {
  if (error instanceof errors.JWTExpired) return true;
  return error instanceof errors.JWTClaimValidationFailed && ['nbf', 'iat', 'exp'].includes(error.claim);
}

function refuse(why: string): never {
  throw new SignInError('identity-unverified', `The identity token was not accepted: ${why}.`);
}
