import { createLocalJWKSet, createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PATHS } from './paths.ts';
import {
  CLIENT_ID,
  codeFromUrl,
  DEFAULT_SCOPES,
  ENDPOINT_ID,
  MIRA_AT_HPC_ID,
  MIRA_ID,
  REDIRECT_URI,
  TestAuthServer,
  TRANSFER_ALL,
  TRANSFER_RESOURCE_SERVER,
  tokenFor,
  tokensByResourceServer,
} from './testAuthServer.ts';
import { TestBrowser } from './testBrowser.ts';

let auth: TestAuthServer;
beforeAll(async () => {
  auth = await TestAuthServer.start();
});
afterAll(() => auth.stop());

async function freshCode() {
  const { url, verifier } = auth.authorizeRequest();
  const browser = new TestBrowser();
  const end = await browser.submit(await browser.open(url), { identity: MIRA_ID });
  return { code: codeFromUrl(end.url), verifier, url: end.url };
}

describe('the authorization code flow', () => {
  test('redirects to the client with only code and state', async () => {
    const { url } = await freshCode();
    expect(url.startsWith(`${REDIRECT_URI}?`)).toBe(true);
    expect([...new URL(url).searchParams.keys()].sort()).toEqual(['code', 'state']);
    expect(new URL(url).searchParams.get('state')).toBe('the-state');
  });

  test('returns one token for each resource server, with Auth at the top level', async () => {
    const { code, verifier } = await freshCode();
    const response = await auth.exchangeCode(code, verifier);
    const tokenResponse = await response.json();
    expect(response.status).toBe(200);
    expect(tokenResponse).toEqual({
      access_token: expect.stringMatching(/^Ag/),
      expires_in: 172_800,
      token_type: 'Bearer',
      resource_server: 'auth.globus.org',
      scope: 'openid profile email',
      state: 'the-state',
      id_token: expect.any(String),
      other_tokens: [
        {
          access_token: expect.stringMatching(/^Ag/),
          expires_in: 172_800,
          token_type: 'Bearer',
          resource_server: TRANSFER_RESOURCE_SERVER,
          scope: TRANSFER_ALL,
        },
      ],
    });
    expect(
      auth.tokens.find(tokenResponse.other_tokens[0].access_token, TRANSFER_RESOURCE_SERVER),
    ).toMatchObject({
      identityId: MIRA_ID,
      identityIds: [MIRA_ID, MIRA_AT_HPC_ID],
      scope: TRANSFER_ALL,
    });
    expect(auth.tokens.find(tokenResponse.other_tokens[0].access_token, 'auth.globus.org')).toBeUndefined();
  });

  test('signs an id_token that verifies with the published keys', async () => {
    const { id_token: idToken = '' } = await auth.signIn();
    const keys = createRemoteJWKSet(new URL(`${auth.issuer}${PATHS.jwks}`));
    const { payload } = await jwtVerify(idToken, keys, { issuer: auth.issuer, audience: CLIENT_ID });
    expect(payload).toMatchObject({
      sub: MIRA_ID,
      nonce: 'the-nonce',
      preferred_username: 'mira@harbor.example',
      name: 'Mira Okafor',
      email: 'mira@harbor.example',
      organization: 'Harbor University',
      identity_provider: expect.any(String),
      identity_provider_display_name: 'Harbor University',
      last_authentication: expect.any(Number),
    });
    expect(payload.identity_set).toEqual([
      expect.objectContaining({ sub: MIRA_ID, last_authentication: expect.any(Number) }),
      expect.objectContaining({
        sub: MIRA_AT_HPC_ID,
        username: 'mokafor@hpc.example',
        last_authentication: null,
      }),
    ]);
  });

  test('publishes only the public part of its key', async () => {
    const { keys } = await (await fetch(`${auth.issuer}${PATHS.jwks}`)).json();
    expect(keys[0]).toMatchObject({ kty: 'RSA', alg: 'RS512', use: 'sig' });
    expect(keys[0]).not.toHaveProperty('d');
    expect(keys[0]).not.toHaveProperty('kid');
    expect(() => createLocalJWKSet({ keys })).not.toThrow();
  });

  test('rejects a wrong verifier, and a request without a code challenge', async () => {
    const { code } = await freshCode();
    const wrong = await auth.exchangeCode(code, 'x'.repeat(43));
    expect(wrong.status).toBe(401);
    expect(await wrong.json()).toEqual({ error: 'invalid_grant' });
    const { url } = auth.authorizeRequest({ code_challenge: '', code_challenge_method: '' });
    const end = await new TestBrowser().open(url);
    expect(new URL(end.url).searchParams.get('error')).toBe('invalid_request');
  });

  test('accepts a code once, and revokes its tokens when it is used again', async () => {
    const { code, verifier } = await freshCode();
    const first = await (await auth.exchangeCode(code, verifier)).json();
    const second = await auth.exchangeCode(code, verifier);
    expect(second.status).toBe(401);
    expect(await second.json()).toEqual({ error: 'invalid_grant' });
    expect(
      auth.tokens.find(tokenFor(first, TRANSFER_RESOURCE_SERVER).access_token, TRANSFER_RESOURCE_SERVER),
    ).toBeUndefined();
  });

  test('rejects another redirect URI at the exchange', async () => {
    const { code, verifier } = await freshCode();
    const response = await auth.exchangeCode(code, verifier, 'http://localhost:9999/callback');
    expect(await response.json()).toMatchObject({ error: 'invalid_grant' });
  });
});

describe('redirect URIs', () => {
  test.each([
    'http://localhost:1/callback',
    'http://127.0.0.1:65535/callback',
    'http://localhost/streams/callback',
    'https://streams.harbor.example/app/callback',
  ])('%s is registered', async (redirect_uri) => {
    const page = await new TestBrowser().open(auth.authorizeRequest({ redirect_uri }).url);
    expect(page.hasForm).toBe(true);
  });

  test.each([
    'http://localhost:5173/callback/',
    'http://localhost:5173/callback?x=1',
    'http://localhost:5173/other',
    'https://localhost:5173/callback',
    'http://user@localhost:5173/callback',
    'http://localhost.evil.example/callback',
    'https://streams.harbor.example/app/callback/..',
    'javascript:alert(1)',
  ])('%s is rejected with a page, not a redirect', async (redirect_uri) => {
    const page = await new TestBrowser().open(auth.authorizeRequest({ redirect_uri }).url);
    expect(page.status).toBe(400);
    expect(page.url.startsWith(auth.issuer)).toBe(true);
    expect(page.body).toContain('role="alert"');
  });
});

describe('redirect URIs of installed apps', () => {
  const SDK_TUTORIAL_ID = '61338d24-54d5-408f-a10d-66c06b59f6d2';

  test.each([
    ['http://localhost:8000', true],
    ['http://127.0.0.1:8000/', true],
    ['http://localhost:8000/any/path', true],
    ['http://localhost:8000?x=1', false],
    ['http://localhost:8000/#x', false],
    ['http://user@localhost:8000', false],
    ['http://localhost.evil.example:8000', false],
    ['https://localhost:8000', false],
  ])('%s: %s', async (redirect_uri, isRegistered) => {
    const request = auth.authorizeRequest({ client_id: SDK_TUTORIAL_ID, redirect_uri });
    const page = await new TestBrowser().open(request.url);
    expect(page.status).toBe(isRegistered ? 200 : 400);
    expect(page.hasForm).toBe(isRegistered);
  });
});

describe('scopes', () => {
  test('are split by resource server, and only the stored token has nested scopes', async () => {
    const manage = `urn:globus:auth:scope:${ENDPOINT_ID}:manage_collections`;
    const dataAccess = `https://auth.globus.org/scopes/${ENDPOINT_ID}/data_access`;
    const tokenResponse = await auth.signIn({ scope: `${manage} ${TRANSFER_ALL}[*${dataAccess}]` });
    expect([...tokensByResourceServer(tokenResponse).keys()]).toEqual([
      ENDPOINT_ID,
      TRANSFER_RESOURCE_SERVER,
    ]);
    expect(tokenResponse.id_token).toBeUndefined();
    const transfer = tokenFor(tokenResponse, TRANSFER_RESOURCE_SERVER);
    expect(transfer.scope).toBe(TRANSFER_ALL);
    expect(auth.tokens.find(transfer.access_token, TRANSFER_RESOURCE_SERVER)?.scope).toBe(
      `${TRANSFER_ALL}[*${dataAccess}]`,
    );
  });

  test.each([
    'openid urn:globus:auth:scope:nowhere.example:all',
    'urn:globus:auth:scope:00000000-0000-4000-8000-000000000000:manage_collections',
    `${TRANSFER_ALL}[`,
    `${TRANSFER_ALL}[*urn:unknown]`,
    '',
  ])('%j redirects with invalid_scope', async (scope) => {
    const end = await new TestBrowser().open(auth.authorizeRequest({ scope }).url);
    expect(end.url.startsWith(REDIRECT_URI)).toBe(true);
    expect(new URL(end.url).searchParams.get('error')).toBe('invalid_scope');
    expect(new URL(end.url).searchParams.get('state')).toBe('the-state');
  });

  test('offline_access, or access_type=offline as the Python SDK sends it, adds a refresh token to each token', async () => {
    for (const more of [{ scope: `${DEFAULT_SCOPES} offline_access` }, { access_type: 'offline' }]) {
      const tokenResponse = await auth.signIn(more as Record<string, string>);
      const refreshTokens = [...tokensByResourceServer(tokenResponse).values()].map(
        (token) => token.refresh_token,
      );
      expect(new Set(refreshTokens).size).toBe(2);
      expect(tokenResponse.scope).toBe('openid profile email');
    }
  });
});

test('the discovery document lists every endpoint and no end_session_endpoint', async () => {
  const document = await (await fetch(`${auth.issuer}${PATHS.discovery}`)).json();
  expect(document).toMatchObject({
    issuer: auth.issuer,
    authorization_endpoint: `${auth.issuer}/v2/oauth2/authorize`,
    token_endpoint: `${auth.issuer}/v2/oauth2/token`,
    jwks_uri: `${auth.issuer}/jwk.json`,
  });
  expect(document).not.toHaveProperty('end_session_endpoint');
});
