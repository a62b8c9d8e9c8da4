import { describe, expect, it } from 'vitest';
import { AUTH_SERVER, readTokenAnswer, TRANSFER_SERVER } from './tokens.ts';

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
    expect(readTokenAnswer(answer, 1000)).toEqual({
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
    expect(Object.keys(readTokenAnswer(answer, 0))).toEqual([AUTH_SERVER, TRANSFER_SERVER]);
  });

  it('throws when there is no token at the top', () => {
    expect(() => readTokenAnswer({ other_tokens: [transfer] }, 0)).toThrow();
  });
});
