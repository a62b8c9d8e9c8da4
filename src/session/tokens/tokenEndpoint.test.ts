// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { configureForTests, tokenForTests } from '../sessionsForTests.ts';
import { exchangeRefreshToken } from './tokenEndpoint.ts';
import { AUTH_SERVER, TRANSFER_SERVER } from './tokens.ts';

const old = tokenForTests('old', { refreshToken: 'r', scope: 'all' });
let requests: URLSearchParams[] = [];
let respond: () => Response;

beforeEach(() => {
  configureForTests();
  requests = [];
  vi.stubGlobal('fetch', async (_url: string, { body }: RequestInit) => {
    requests.push(new URLSearchParams(String(body)));
    return respond();
  });
});
afterEach(() => void vi.unstubAllGlobals());

it('requests no scope, so that the token keeps its own', async () => {
  respond = () => Response.json({ access_token: 'new', scope: 'more', resource_server: TRANSFER_SERVER });
  await exchangeRefreshToken(TRANSFER_SERVER, old);
  expect(requests[0]?.get('refresh_token')).toBe('r');
  expect(requests[0]?.has('scope')).toBe(false);
});

it.each([
  ['in full', { refresh_token: 'r2', scope: 'more', resource_server: TRANSFER_SERVER }, 'r2', 'more'],
  ['with nothing but the token', {}, 'r', 'all'],
  ['with null for everything else', { scope: null, resource_server: null, other_tokens: null }, 'r', 'all'],
])('reads a response %s', async (_name, fields, refreshToken, scope) => {
  respond = () => Response.json({ access_token: 'new', ...fields });
  expect(await exchangeRefreshToken(TRANSFER_SERVER, old)).toMatchObject({
    accessToken: 'new',
    refreshToken,
    scope,
  });
});

it('finds its own token at any position', async () => {
  const own = { access_token: 'new', resource_server: TRANSFER_SERVER };
  respond = () => Response.json({ access_token: 'a', resource_server: AUTH_SERVER, other_tokens: [own] });
  expect(await exchangeRefreshToken(TRANSFER_SERVER, old)).toMatchObject({ accessToken: 'new' });
});

it.each([
  ['an expired refresh token', 401, { error: 'invalid_grant' }, null],
  ['an expired refresh token, with the status of OAuth 2.0', 400, { error: 'invalid_grant' }, null],
  ['Globus Auth is unavailable', 503, { error: 'temporarily_unavailable' }, 'throws'],
  ['a response without a token', 200, { resource_server: TRANSFER_SERVER }, 'throws'],
])('%s', async (_name, status, body, outcome) => {
  respond = () => Response.json(body, { status });
  expect(await exchangeRefreshToken(TRANSFER_SERVER, old).catch(() => 'throws')).toBe(outcome);
});
