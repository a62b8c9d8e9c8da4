import { randomUUID } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { decodeJwt } from 'jose';
import type { WorldClock } from '../../world/clock.ts';
import type { NextSignInFaults } from '../state/authSettings.ts';
import type { SigningKey } from '../state/signingKey.ts';
import { createSigningKey, signClaims } from '../state/signingKey.ts';

const TEN_MINUTES = 600;

function shifted(claims: JWTPayload, seconds: number): JWTPayload {
  const { iat = 0, exp = 0 } = claims;
  return { ...claims, iat: iat + seconds, exp: exp + seconds };
}

function withFault(claims: JWTPayload, fault: NextSignInFaults['idToken']): JWTPayload {
  switch (fault) {
    case 'wrong-issuer':
      return { ...claims, iss: 'https://auth.evil.example' };
    case 'wrong-audience':
      return { ...claims, aud: randomUUID() };
    case 'wrong-nonce':
      return { ...claims, nonce: 'not-the-nonce-you-sent' };
    case 'clock-ahead-10-min':
      return shifted(claims, TEN_MINUTES);
    case 'clock-behind-10-min':
      return shifted(claims, -TEN_MINUTES);
    default:
      return claims;
  }
}

/**
 * The provider's id_token, signed anew: without the `kid` that oidc-provider writes, by the world clock (the provider
 * only knows real time), and with the fault that was ordered; with the same key wherever that is not the fault.
 */
export async function resignIdToken(
  idToken: string,
  { clock, fault, key }: { clock: WorldClock; fault: NextSignInFaults['idToken']; key: SigningKey },
): Promise<string> {
  const offsetSeconds = Math.round((clock.now() - Date.now()) / 1000);
  const { privateKey } = fault === 'bad-signature' ? await createSigningKey() : key;
  const claims = withFault(shifted(decodeJwt(idToken), offsetSeconds), fault);
  return signClaims(claims, privateKey);
}
