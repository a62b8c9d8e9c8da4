import { randomUUID } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { decodeJwt } from 'jose';
import type { WorldClock } from '../../world/clock.ts';
import type { NextSignInFaults } from '../state/authSettings.ts';
import type { SigningKey } from '../state/signingKey.ts';
import { createSigningKey, signClaims } from '../state/signingKey.ts';

const TEN_MINUTES_SECONDS = 600;

function shiftTimes(claims: JWTPayload, seconds: number): JWTPayload {
  const { iat = 0, exp = 0 } = claims;
  return { ...claims, iat: iat + seconds, exp: exp + seconds };
}

function applyFault(claims: JWTPayload, fault: NextSignInFaults['idToken']): JWTPayload {
  switch (fault) {
    case 'wrong-issuer':
      return { ...claims, iss: 'https://auth.evil.example' };
    case 'wrong-audience':
      return { ...claims, aud: randomUUID() };
    case 'wrong-nonce':
      return { ...claims, nonce: 'not-the-nonce-you-sent' };
    case 'clock-ahead-10-min':
      return shiftTimes(claims, TEN_MINUTES_SECONDS);
    case 'clock-behind-10-min':
      return shiftTimes(claims, -TEN_MINUTES_SECONDS);
    default:
      return claims;
  }
}

/**
 * Signs the id_token of oidc-provider again: without the `kid` header, with times of the simulated clock (the provider
 * uses real time), and with the given fault. Uses the same key unless the fault is a bad signature.
 */
export async function resignIdToken(
  idToken: string,
  { clock, fault, key }: { clock: WorldClock; fault: NextSignInFaults['idToken']; key: SigningKey },
): Promise<string> {
  const offsetSeconds = Math.round((clock.now() - Date.now()) / 1000);
  const { privateKey } = fault === 'bad-signature' ? await createSigningKey() : key;
  const claims = applyFault(shiftTimes(decodeJwt(idToken), offsetSeconds), fault);
  return signClaims(claims, privateKey);
}
