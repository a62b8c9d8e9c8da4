import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { readIdentity } from './identityToken.ts';

const ISSUER = 'https://auth.example';
const MINUTES = 60;
let key: CryptoKey;
let keys: JWK[];
let otherKey: CryptoKey;

beforeAll(async () => {
  const [pair, other] = await Promise.all([generateKeyPair('RS512'), generateKeyPair('RS512')]);
  key = pair.privateKey;
  otherKey = other.privateKey;
  keys = [{ ...(await exportJWK(pair.publicKey)), kid: 'k', alg: 'RS512', use: 'sig' }];
});

const seconds = () => Math.floor(Date.now() / 1000);

interface Made {
  claims?: Record<string, unknown>;
  signedBy?: CryptoKey;
  without?: string;
}

function make({ claims = {}, signedBy = key, without }: Made = {}): Promise<string> {
  const all: Record<string, unknown> = {
    iss: ISSUER,
    aud: 'client',
    sub: 'mira',
    nonce: 'n',
    iat: seconds(),
    exp: seconds() + 48 * 60 * MINUTES,
    preferred_username: 'mira@harbor.example',
    ...claims,
  };
  if (without) delete all[without];
  return new SignJWT(all).setProtectedHeader({ alg: 'RS512', kid: 'k' }).sign(signedBy);
}

const read = (token: string, withKeys: JWK[] | null = keys) =>
  readIdentity(token, { issuer: ISSUER, clientId: 'client', nonce: 'n', keys: withKeys });

/** Both with the provider's keys and without, since they may not be readable. */
const WAYS = [
  ['with keys', () => keys],
  ['without keys', () => null],
] as const;

describe.each(WAYS)('readIdentity %s', (_way, withKeys) => {
  it('reads who it is', async () => {
    expect(await read(await make(), withKeys())).toEqual({
      id: 'mira',
      username: 'mira@harbor.example',
      name: null,
      email: null,
      organization: null,
    });
  });

  it.each([
    ['another issuer', { claims: { iss: 'https://evil.example' } }],
    ['an issuer with a slash', { claims: { iss: `${ISSUER}/` } }],
    ['another audience', { claims: { aud: 'other' } }],
    ['another nonce', { claims: { nonce: 'x' } }],
    ['no nonce', { without: 'nonce' }],
    ['no subject', { without: 'sub' }],
    ['an empty subject', { claims: { sub: '' } }],
  ])('refuses %s', async (_name, made: Made) => {
    await expect(read(await make(made), withKeys())).rejects.toMatchObject({
      failure: 'identity-unverified',
    });
  });

  it.each([
    ['ten minutes behind', { iat: seconds() + 10 * MINUTES, nbf: seconds() + 10 * MINUTES }],
    ['ten minutes ahead', { exp: seconds() - 10 * MINUTES }],
  ])('takes it when this clock is %s', async (_name, claims) => {
    await expect(read(await make({ claims }), withKeys())).resolves.toMatchObject({ id: 'mira' });
  });

  it.each([
    ['days ahead', { exp: seconds() - 60 * MINUTES }],
    ['days behind', { nbf: seconds() + 60 * MINUTES }],
  ])('says so when this clock is %s', async (_name, claims) => {
    await expect(read(await make({ claims }), withKeys())).rejects.toMatchObject({ failure: 'clock-wrong' });
  });

  it.each([[''], ['a.b.c'], ['eyJhbGciOiJub25lIn0.e30.']])('refuses what is none: %j', async (token) => {
    await expect(read(token, withKeys())).rejects.toMatchObject({ failure: 'identity-unverified' });
  });
});

describe('the signature', () => {
  it('of another key is refused', async () => {
    await expect(read(await make({ signedBy: otherKey }))).rejects.toMatchObject({
      failure: 'identity-unverified',
    });
  });

  it('is looked at before the times: a forged token does not blame the clock', async () => {
    const forged = await make({ signedBy: otherKey, claims: { exp: seconds() - 60 * MINUTES } });
    await expect(read(forged)).rejects.toMatchObject({ failure: 'identity-unverified' });
  });
});
