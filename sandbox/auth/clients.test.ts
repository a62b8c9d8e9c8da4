import { identities, oauth2 } from '@globus/sdk/services/auth';
import { InMemoryWebStorage, OidcClient, WebStorageStateStore } from 'oidc-client-ts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { PATHS } from './paths.ts';
import type { TokenResponse } from './testAuthServer.ts';
import {
  CLIENT_ID,
  codeFromUrl,
  DEFAULT_SCOPES,
  JONAS_ID,
  MIRA_ID,
  REDIRECT_URI,
  TestAuthServer,
  TRANSFER_RESOURCE_SERVER,
  tokenFor,
} from './testAuthServer.ts';
import { TestBrowser } from './testBrowser.ts';

let auth: TestAuthServer;
beforeAll(async () => {
  auth = await TestAuthServer.start();
});
afterAll(() => {
  vi.unstubAllEnvs();
  return auth.stop();
});

test('oidc-client-ts signs in and gets every token in one response', async () => {
  const client = new OidcClient({
    authority: auth.issuer,
    client_id: CLIENT_ID,
    redirect_uri: REDIRECT_URI,
    scope: DEFAULT_SCOPES,
    stateStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
  });
  const { url } = await client.createSigninRequest({ state: 'the app state', nonce: 'n' });
  const browser = new TestBrowser();
  const end = await browser.submit(await browser.open(url), { identity: MIRA_ID });
  const response = await client.processSigninResponse(end.url);
  expect(response.userState).toBe('the app state');
  expect(response.profile).toMatchObject({ sub: MIRA_ID, preferred_username: 'mira@harbor.example' });
  expect(response).toHaveProperty('other_tokens.0.resource_server', TRANSFER_RESOURCE_SERVER);
});

test('the official JavaScript SDK exchanges, refreshes, validates and revokes tokens, and looks up identities', async () => {
  vi.stubEnv('GLOBUS_SDK_SERVICE_URL_AUTH', auth.issuer);
  const { url, verifier } = auth.authorizeRequest({ scope: `${DEFAULT_SCOPES} offline_access` });
  const browser = new TestBrowser();
  const end = await browser.submit(await browser.open(url), { identity: MIRA_ID });
  const exchanged = await oauth2.token.exchange({
    payload: {
      grant_type: 'authorization_code',
      client_id: CLIENT_ID,
      code: codeFromUrl(end.url),
      code_verifier: verifier,
      redirect_uri: REDIRECT_URI,
    },
  });
  const tokenResponse = (await exchanged.json()) as TokenResponse;
  const transfer = tokenFor(tokenResponse, TRANSFER_RESOURCE_SERVER);

  const refreshed = await oauth2.token.refresh({
    payload: {
      grant_type: 'refresh_token',
      client_id: CLIENT_ID,
      refresh_token: transfer.refresh_token ?? '',
    },
  });
  expect(await refreshed.json()).toMatchObject({
    resource_server: TRANSFER_RESOURCE_SERVER,
    other_tokens: [],
  });

  const payload = { token: tokenResponse.access_token, client_id: CLIENT_ID };
  const headers = { Authorization: `Bearer ${tokenResponse.access_token}` };
  // The type in the SDK requires a payload that its own code never sends.
  const userinfo = () => oauth2.userinfo({ headers } as unknown as Parameters<typeof oauth2.userinfo>[0]);
  const found = await identities.getAll({ query: { ids: [JONAS_ID, MIRA_ID] }, headers });
  expect((await found.json()).identities).toHaveLength(2);
  expect(await (await userinfo()).json()).toMatchObject({ sub: MIRA_ID });
  expect(await (await oauth2.token.validate({ payload })).json()).toEqual({ active: true });
  expect(await (await oauth2.token.revoke({ payload })).json()).toEqual({ active: false });
  expect(await (await oauth2.token.validate({ payload })).json()).toEqual({ active: false });
  expect((await userinfo()).status).toBe(401);
});

test('a client without a redirect URI of its own gets its code on a page', async () => {
  const redirect = `${auth.issuer}${PATHS.authCode}`;
  const { url, verifier } = auth.authorizeRequest({ redirect_uri: redirect });
  const browser = new TestBrowser();
  const page = await browser.submit(await browser.open(url), { identity: MIRA_ID });
  const code = /readonly value="([^"]+)"/.exec(page.body)?.[1] ?? '';
  expect((await auth.exchangeCode(code, verifier, redirect)).status).toBe(200);
});
