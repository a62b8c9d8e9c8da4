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

describe('parseTokenResponse', () => {
  it.each([
    ['Auth at the top level', { ...auth, other_tokens: [transfer] }],
    ['Transfer at the top level', { ...transfer, other_tokens: [auth] }],
  ])('stores each token under its resource server: %s', (_name, response) => {
    expect(parseTokenResponse(response, 1000)).toEqual({
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

  it('keeps the valid tokens if another is invalid', () => {
    const response = { ...auth, other_tokens: [{ access_token: 7 }, null, transfer] };
    expect(Object.keys(parseTokenResponse(response, 0))).toEqual([AUTH_SERVER, TRANSFER_SERVER]);
  });

  it.each<[string, Record<string, unknown>, Partial<StoredToken>]>([
    ['no other tokens', { other_tokens: null }, {}],
    ['other tokens that are no list', { other_tokens: {} }, {}],
    ['no scope', { scope: null }, { scope: '' }],
    ['scopes as a list', { scope: ['openid'] }, { scope: '' }],
    ['a lifetime as a string', { expires_in: '172800' }, {}],
    ['no lifetime', { expires_in: null }, { expiresAtMs: 3_601_000 }],
    ['a lifetime of 0', { expires_in: 0 }, { expiresAtMs: 3_601_000 }],
    ['an invalid lifetime', { expires_in: 'long' }, { expiresAtMs: 3_601_000 }],
    ['an infinite lifetime', { expires_in: 'Infinity' }, { expiresAtMs: 3_601_000 }],
    ['an empty refresh token', { refresh_token: '' }, {}],
    ['an invalid refresh token', { refresh_token: 7 }, {}],
  ])('accepts a token with %s', (_name, fields, parsed) => {
    const plain = {
      accessToken: 'a',
      scope: 'openid',
      issuedAtMs: 1000,
      expiresAtMs: 172_801_000,
      refreshToken: null,
    };
    expect(parseTokenResponse({ ...auth, ...fields }, 1000)).toEqual({
      [AUTH_SERVER]: { ...plain, ...parsed },
    });
    // oidc-client-ts returns its own object, which computes the lifetime.
    const fromLibrary = Object.assign(new SigninResponse(new URLSearchParams()), { ...auth, ...fields });
    const [token] = Object.values(parseTokenResponse(fromLibrary, 1000));
    expect(token?.expiresAtMs).toBe(parsed.expiresAtMs ?? plain.expiresAtMs);
  });

  it('reads other tokens if there is none at the top level', () => {
    expect(Object.keys(parseTokenResponse({ other_tokens: [transfer] }, 0))).toEqual([TRANSFER_SERVER]);
  });

  it('assigns a token without a server to the requested server, at the top level only', () => {
    const { resource_server: _unnamed, ...nameless } = transfer;
    const response = { ...nameless, other_tokens: [{ ...nameless, access_token: 'x' }] };
    expect(parseTokenResponse(response, 0, TRANSFER_SERVER)).toMatchObject({
      [TRANSFER_SERVER]: { accessToken: 't' },
    });
    expect(() => parseTokenResponse(response, 0)).toThrow();
  });

  it.each([[null], [{}], [{ access_token: 7, resource_server: AUTH_SERVER }]])(
    'throws if there is no token: %j',
    (response) => {
      expect(() => parseTokenResponse(response, 0)).toThrow(NoTokenError);
    },
  );
});
