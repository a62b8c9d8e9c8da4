import {
  exportJWK,
  type GenerateKeyPairResult,
  generateKeyPair,
  importJWK,
  type JWK,
  SignJWT,
  UnsecuredJWT,
} from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyIdToken } from './identityToken.ts';

const ISSUER = 'https://auth.example';
const MINUTES = 60;
let key: CryptoKey;
let keys: JWK[];
let otherKey: CryptoKey;
let thirdKey: CryptoKey;
let publicKeys: [JWK, JWK];
/** The same key as `key`, for another algorithm. */
let pssKey: CryptoKey;

beforeAll(async () => {
  const pairs = Array.from({ length: 3 }, () => generateKeyPair('RS512', { extractable: true }));
  const [pair, other, third] = (await Promise.all(pairs)) as [
    GenerateKeyPairResult,
    GenerateKeyPairResult,
    GenerateKeyPairResult,
  ];
  key = pair.privateKey;
  otherKey = other.privateKey;
  thirdKey = third.privateKey;
  publicKeys = [await exportJWK(pair.publicKey), await exportJWK(other.publicKey)];
  pssKey = (await importJWK(await exportJWK(pair.privateKey), 'PS512')) as CryptoKey;
  keys = [{ ...publicKeys[0], kid: 'k', alg: 'RS512', use: 'sig' }];
});

const MIRA = { name: null, email: null, organization: null };

const seconds = () => Math.floor(Date.now() / 1000);

interface TokenChanges {
  claims?: Record<string, unknown>;
  signedBy?: CryptoKey;
  without?: string;
  kid?: string | null;
  alg?: string;
}

async function signToken({
  claims = {},
  signedBy = key,
  without,
  kid = 'k',
  alg = 'RS512',
}: TokenChanges = {}): Promise<string> {
  const allClaims: Record<string, unknown> = {
    iss: ISSUER,
    aud: 'client',
    sub: 'mira',
    nonce: 'n',
    iat: seconds(),
    exp: seconds() + 48 * 60 * MINUTES,
    preferred_username: 'mira@harbor.example',
    ...claims,
  };
  if (without) delete allClaims[without];
  if (alg === 'none') return new UnsecuredJWT(allClaims).encode();
  const signer = new SignJWT(allClaims).setProtectedHeader({ alg, ...(kid && { kid }) });
  if (alg === 'HS256') return signer.sign(new TextEncoder().encode(JSON.stringify(publicKeys[0])));
  if (alg === 'PS512') return signer.sign(pssKey);
  return signer.sign(signedBy);
}

const verify = (token: string, withKeys: JWK[] = keys) =>
  verifyIdToken(token, { issuer: ISSUER, clientId: 'client', nonce: 'n', keys: withKeys });

describe('verifyIdToken', () => {
  it('returns who signed in', async () => {
    expect(await verify(await signToken())).toEqual({
      id: 'mira',
      username: 'mira@harbor.example',
      name: null,
      email: null,
      organization: null,
      linked: [{ ...MIRA, id: 'mira', username: 'mira@harbor.example', signedInAtMs: null }],
    });
  });

  it('returns the linked identities, each with its last sign-in, and skips those it can’t read', async () => {
    const { linked } = await verify(
      await signToken({
        claims: {
          identity_set: [
            { sub: 'mira', username: 'mira@harbor.example', last_authentication: 1_800_000_000 },
            { sub: 'mokafor', username: 'mokafor@hpc.example', name: 'Mira', last_authentication: null },
            { sub: 'nameless' },
            'odd',
          ],
        },
      }),
    );
    expect(linked).toEqual([
      { ...MIRA, id: 'mira', username: 'mira@harbor.example', signedInAtMs: 1_800_000_000_000 },
      { ...MIRA, id: 'mokafor', username: 'mokafor@hpc.example', name: 'Mira', signedInAtMs: null },
    ]);
    const odd = await verify(await signToken({ claims: { identity_set: 'odd', last_authentication: 7 } }));
    expect(odd.linked).toMatchObject([{ id: 'mira', signedInAtMs: 7000 }]);
  });

  it.each([
    ['another issuer', { claims: { iss: 'https://evil.example' } }],
    ['an issuer with a longer path', { claims: { iss: `${ISSUER}/x` } }],
    ['an issuer with two slashes', { claims: { iss: `${ISSUER}//` } }],
    ['another audience', { claims: { aud: 'other' } }],
    ['another nonce', { claims: { nonce: 'x' } }],
    ['no nonce', { without: 'nonce' }],
    ['no subject', { without: 'sub' }],
    ['an empty subject', { claims: { sub: '' } }],
    ['no expiry', { without: 'exp' }],
    ['no time of issue', { without: 'iat' }],
    ['another authorized party', { claims: { azp: 'other' } }],
    ['several audiences without an authorized party', { claims: { aud: ['client', 'other'] } }],
    ['no algorithm', { alg: 'none' }],
    ['a shared secret as key', { alg: 'HS256' }],
    ['an algorithm that isn’t listed', { alg: 'PS512' }],
  ])('rejects %s', async (_name, changes: TokenChanges) => {
    await expect(verify(await signToken(changes))).rejects.toMatchObject({
      failure: 'identity-unverified',
    });
  });

  it.each([
    ['this client as authorized party', { azp: 'client' }],
    ['several audiences with this client as authorized party', { aud: ['client', 'other'], azp: 'client' }],
  ])('accepts %s', async (_name, claims) => {
    await expect(verify(await signToken({ claims }))).resolves.toMatchObject({ id: 'mira' });
  });

  it('accepts RS256', async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS256');
    const token = await signToken({ alg: 'RS256', signedBy: privateKey, kid: null });
    await expect(verify(token, [await exportJWK(publicKey)])).resolves.toMatchObject({ id: 'mira' });
  });

  it('accepts a trailing slash of the issuer', async () => {
    const token = await signToken({ claims: { iss: `${ISSUER}/` } });
    await expect(verify(token)).resolves.toMatchObject({ id: 'mira' });
  });

  it.each([
    ['ten minutes behind', { iat: seconds() + 10 * MINUTES, nbf: seconds() + 10 * MINUTES }],
    ['ten minutes ahead', { exp: seconds() - 10 * MINUTES }],
  ])('accepts a token if this clock is %s', async (_name, claims) => {
    await expect(verify(await signToken({ claims }))).resolves.toMatchObject({ id: 'mira' });
  });

  it.each([
    ['days ahead', { exp: seconds() - 60 * MINUTES }],
    ['days behind', { nbf: seconds() + 60 * MINUTES }],
  ])('blames the clock if it is %s', async (_name, claims) => {
    await expect(verify(await signToken({ claims }))).rejects.toMatchObject({
      failure: 'clock-wrong',
    });
  });

  it.each([[''], ['a.b.c'], ['eyJhbGciOiJub25lIn0.e30.']])('rejects an invalid token: %j', async (token) => {
    await expect(verify(token)).rejects.toMatchObject({ failure: 'identity-unverified' });
  });
});

/** Keys as Globus publishes them: without a key ID. */
const unnamed = (): [JWK, JWK] =>
  [publicKeys[0], publicKeys[1]].map(({ kty, n, e }) => ({ kty, n, e, alg: 'RS512', use: 'sig' })) as [
    JWK,
    JWK,
  ];

describe('keys without an ID', () => {
  it.each([
    ['the first', (): JWK[] => unnamed()],
    ['the second', (): JWK[] => unnamed().reverse()],
    ['the only', (): JWK[] => [unnamed()[0]]],
  ])('accepts a token that %s key signed', async (_which, listed) => {
    await expect(verify(await signToken({ kid: null }), listed())).resolves.toMatchObject({ id: 'mira' });
  });

  it('rejects a token that none of them signed', async () => {
    const token = await signToken({ kid: null, signedBy: thirdKey });
    await expect(verify(token, unnamed())).rejects.toMatchObject({ failure: 'identity-unverified' });
  });

  it('still checks the claims of a token that one of them signed', async () => {
    const expired = await signToken({ kid: null, claims: { exp: seconds() - 60 * MINUTES } });
    await expect(verify(expired, unnamed().reverse())).rejects.toMatchObject({ failure: 'clock-wrong' });
    const wrongIssuer = await signToken({ kid: null, claims: { iss: 'https://evil.example' } });
    await expect(verify(wrongIssuer, unnamed().reverse())).rejects.toMatchObject({
      failure: 'identity-unverified',
    });
  });
});

describe('the signature', () => {
  it('of another key is rejected', async () => {
    await expect(verify(await signToken({ signedBy: otherKey }))).rejects.toMatchObject({
      failure: 'identity-unverified',
    });
  });

  it('is checked before the times: a forged token doesn’t blame the clock', async () => {
    const forged = await signToken({ signedBy: otherKey, claims: { exp: seconds() - 60 * MINUTES } });
    await expect(verify(forged)).rejects.toMatchObject({ failure: 'identity-unverified' });
  });
});
