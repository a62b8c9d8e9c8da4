import { exportJWK, type GenerateKeyPairResult, generateKeyPair, type JWK, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyIdToken } from './identityToken.ts';

const ISSUER = 'https://auth.example';
const MINUTES = 60;
let key: CryptoKey;
let keys: JWK[];
let otherKey: CryptoKey;
let thirdKey: CryptoKey;
let publicKeys: [JWK, JWK];

beforeAll(async () => {
  const pairs = Array.from({ length: 3 }, () => generateKeyPair('RS512'));
  const [pair, other, third] = (await Promise.all(pairs)) as [
    GenerateKeyPairResult,
    GenerateKeyPairResult,
    GenerateKeyPairResult,
  ];
  key = pair.privateKey;
  otherKey = other.privateKey;
  thirdKey = third.privateKey;
  publicKeys = [await exportJWK(pair.publicKey), await exportJWK(other.publicKey)];
  keys = [{ ...publicKeys[0], kid: 'k', alg: 'RS512', use: 'sig' }];
});

const seconds = () => Math.floor(Date.now() / 1000);

interface Made {
  claims?: Record<string, unknown>;
  signedBy?: CryptoKey;
  without?: string;
  kid?: string | null;
}

function make({ claims = {}, signedBy = key, without, kid = 'k' }: Made = {}): Promise<string> {
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
  return new SignJWT(all).setProtectedHeader({ alg: 'RS512', ...(kid && { kid }) }).sign(signedBy);
}

const read = (token: string, withKeys: JWK[] | null = keys) =>
  verifyIdToken(token, { issuer: ISSUER, clientId: 'client', nonce: 'n', keys: withKeys });

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
    ['an issuer below it', { claims: { iss: `${ISSUER}/x` } }],
    ['an issuer with two slashes', { claims: { iss: `${ISSUER}//` } }],
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

  it('does not mind a slash at the end of the issuer', async () => {
    const token = await make({ claims: { iss: `${ISSUER}/` } });
    await expect(read(token, withKeys())).resolves.toMatchObject({ id: 'mira' });
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

/** As Globus writes it: nothing says which key signed. */
const unnamed = (): [JWK, JWK] =>
  [publicKeys[0], publicKeys[1]].map(({ kty, n, e }) => ({ kty, n, e, alg: 'RS512', use: 'sig' })) as [
    JWK,
    JWK,
  ];

describe('keys without a name', () => {
  it.each([
    ['the first', (): JWK[] => unnamed()],
    ['the second', (): JWK[] => unnamed().reverse()],
    ['the only one', (): JWK[] => [unnamed()[0]]],
  ])('%s signed', async (_which, listed) => {
    await expect(read(await make({ kid: null }), listed())).resolves.toMatchObject({ id: 'mira' });
  });

  it('none of them signed', async () => {
    const token = await make({ kid: null, signedBy: thirdKey });
    await expect(read(token, unnamed())).rejects.toMatchObject({ failure: 'identity-unverified' });
  });

  it('what the right one signed is judged as ever', async () => {
    const late = await make({ kid: null, claims: { exp: seconds() - 60 * MINUTES } });
    await expect(read(late, unnamed().reverse())).rejects.toMatchObject({ failure: 'clock-wrong' });
    const elsewhere = await make({ kid: null, claims: { iss: 'https://evil.example' } });
    await expect(read(elsewhere, unnamed().reverse())).rejects.toMatchObject({
      failure: 'identity-unverified',
    });
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
