import { SigninResponse } from 'oidc-client-ts';
import { describe, expect, it } from 'vitest';
import { NoTokenError, parseTokenResponse } from './tokenResponse.ts';
import { AUTH_SERVER, type StoredToken, TRANSFER_SERVER } from './tokens.ts';

const auth = { access_token: 'a', resource_server: AUTH_SERVER, scope: 'openid', expires_in: 172800 };
const transfer = {
  access_token: 't',
  resource_server: TRANSFER_SERVER,
  scope: 'all',
  expires_in: 60,
  refresh_token: 'r',
};

describe('readTokenAnswer', () => {
  it.each([
    ['auth on top', { ...auth, other_tokens: [transfer] }],
    ['transfer on top', { ...transfer, other_tokens: [auth] }],
  ])('files each token under its resource server: %s', (_name, answer) => {
    expect(parseTokenResponse(answer, 1000)).toEqual({
      [AUTH_SERVER]: {
        accessToken: 'a',
        scope: 'openid',
        issuedAtMs: 1000,
        expiresAtMs: 172_801_000,
        refreshToken: null,
      },
      [TRANSFER_SERVER]: {
        accessToken: 't',
        scope: 'all',
        issuedAtMs: 1000,
        expiresAtMs: 61_000,
        refreshToken: 'r',
      },
    });
  });

  it('keeps the good ones when another is broken', () => {
    const answer = { ...auth, other_tokens: [{ access_token: 7 }, null, transfer] };
    expect(Object.keys(parseTokenResponse(answer, 0))).toEqual([AUTH_SERVER, TRANSFER_SERVER]);
  });

  it.each<[string, Record<string, unknown>, Partial<StoredToken>]>([
    ['no other tokens', { other_tokens: null }, {}],
    ['other tokens of another form', { other_tokens: {} }, {}],
    ['no scope', { scope: null }, { scope: '' }],
    ['scopes as a list', { scope: ['openid'] }, { scope: '' }],
    ['a lifetime in words', { expires_in: '172800' }, {}],
    ['no lifetime', { expires_in: null }, { expiresAtMs: 3_601_000 }],
    ['a lifetime of nothing', { expires_in: 0 }, { expiresAtMs: 3_601_000 }],
    ['a lifetime of nonsense', { expires_in: 'long' }, { expiresAtMs: 3_601_000 }],
    ['an endless lifetime', { expires_in: 'Infinity' }, { expiresAtMs: 3_601_000 }],
    ['an empty refresh token', { refresh_token: '' }, {}],
    ['a refresh token of another form', { refresh_token: 7 }, {}],
  ])('takes a token that comes with %s', (_name, said, read) => {
    const plain = {
      accessToken: 'a',
      scope: 'openid',
      issuedAtMs: 1000,
      expiresAtMs: 172_801_000,
      refreshToken: null,
    };
    expect(parseTokenResponse({ ...auth, ...said }, 1000)).toEqual({ [AUTH_SERVER]: { ...plain, ...read } });
    // oidc-client-ts hands out an object of its own, whose lifetime is computed.
    const handed = Object.assign(new SigninResponse(new URLSearchParams()), { ...auth, ...said });
    const [token] = Object.values(parseTokenResponse(handed, 1000));
    expect(token?.expiresAtMs).toBe(read.expiresAtMs ?? plain.expiresAtMs);
  });

  it('reads the others when the one on top is none', () => {
    expect(Object.keys(parseTokenResponse({ other_tokens: [transfer] }, 0))).toEqual([TRANSFER_SERVER]);
  });

  it('takes a token that names no server for the one that was asked for, and only that on top', () => {
    const { resource_server: _unnamed, ...nameless } = transfer;
    const answer = { ...nameless, other_tokens: [{ ...nameless, access_token: 'x' }] };
    expect(parseTokenResponse(answer, 0, TRANSFER_SERVER)).toMatchObject({
      [TRANSFER_SERVER]: { accessToken: 't' },
    });
    expect(() => parseTokenResponse(answer, 0)).toThrow();
  });

  it.each([[null], [{}], [{ access_token: 7, resource_server: AUTH_SERVER }]])('%j holds none', (answer) => {
    expect(() => parseTokenResponse(answer, 0)).toThrow(NoTokenError);
  });
});
