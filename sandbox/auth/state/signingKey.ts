import type { KeyObject } from 'node:crypto';
import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import type { JWTPayload } from 'jose';
import { SignJWT } from 'jose';
import type { JWK } from 'oidc-provider';

/** Globus signs id_tokens with RS512, according to its discovery document. */
export const ID_TOKEN_ALGORITHM = 'RS512';

/** The key pair of one server. oidc-provider signs with the JWK, `signClaims` with the private key. */
export interface SigningKey {
  jwk: JWK;
  privateKey: KeyObject;
}

const generate = promisify(generateKeyPair);

/** Creates an RSA key pair without blocking the other sandboxes of the process. */
export async function createSigningKey(): Promise<SigningKey> {
  const { privateKey } = await generate('rsa', { modulusLength: 2048 });
  const { kty, n, e, d, p, q, dp, dq, qi } = privateKey.export({ format: 'jwk' });
  const jwk = { kty, n, e, d, p, q, dp, dq, qi, alg: ID_TOKEN_ALGORITHM, use: 'sig' };
  return { jwk, privateKey };
}

/** Returns the public key. Like the keys of Globus, it has no `kid`. */
export function publicJwk({ jwk: { kty, n, e, alg, use } }: SigningKey): JWK {
  return { kty, n, e, alg, use };
}

/** Signs the claims of an id_token. Like in Globus, the header has no `kid`. */
export function signClaims(claims: JWTPayload, key: KeyObject): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: ID_TOKEN_ALGORITHM }).sign(key);
}
