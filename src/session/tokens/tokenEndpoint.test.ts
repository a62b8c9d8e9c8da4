// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { configureForTests, tokenForTests } from '../sessionsForTests.ts';
import { exchangeRefreshToken } from './tokenEndpoint.ts';
import { AUTH_SERVER, TRANSFER_SERVER } from './tokens.ts';

const old = tokenForTests('old', { refreshToken: 'r', scope: 'all' });
let asked: URLSearchParams[] = [];
let answer: () => Response;

beforeEach(() => {
  configureForTests();
  asked = [];
  vi.stubGlobal('fetch', async (_url: string, { body }: RequestInit) => {
    asked.push(new URLSearchParams(String(body)));
    return answer();
  });
});
afterEach(() => void vi.unstubAllGlobals());

it('asks for no scope, as the token keeps its own', async () => {
  answer = () => Response.json({ access_token: 'new', scope: 'more', resource_server: TRANSFER_SERVER });
  await exchangeRefreshToken(TRANSFER_SERVER, old);
  expect(asked[0]?.get('refresh_token')).toBe('r');
  expect(asked[0]?.has('scope')).toBe(false);
});

it.each([
  ['in full', { refresh_token: 'r2', scope: 'more', resource_server: TRANSFER_SERVER }, 'r2', 'more'],
  ['with nothing but the token', {}, 'r', 'all'],
  ['with null for everything else', { scope: null, resource_server: null, other_tokens: null }, 'r', 'all'],
])('reads an answer %s', async (_name, said, refreshToken, scope) => {
  answer = () => Response.json({ access_token: 'new', ...said });
  expect(await exchangeRefreshToken(TRANSFER_SERVER, old)).toMatchObject({
    accessToken: 'new',
    refreshToken,
    scope,
  });
});

it('finds its own token wherever it stands', async () => {
  const own = { access_token: 'new', resource_server: TRANSFER_SERVER };
  answer = () => Response.json({ access_token: 'a', resource_server: AUTH_SERVER, other_tokens: [own] });
  expect(await exchangeRefreshToken(TRANSFER_SERVER, old)).toMatchObject({ accessToken: 'new' });
});

it.each([
  ['no more taken', 400, { error: 'invalid_grant' }, null],
  ['Auth is away', 503, { error: 'temporarily_unavailable' }, 'throws'],
  ['an answer without a token', 200, { resource_server: TRANSFER_SERVER }, 'throws'],
])('%s', async (_name, status, body, outcome) => {
  answer = () => Response.json(body, { status });
  expect(await exchangeRefreshToken(TRANSFER_SERVER, old).catch(() => 'throws')).toBe(outcome);
});
