import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PATHS } from './paths.ts';
import type { NextSignInFaults } from './state/authSettings.ts';
import {
  CLIENT_ID,
  codeFromUrl,
  DEFAULT_SCOPES,
  JONAS_ID,
  MIRA_AT_HPC_ID,
  MIRA_ID,
  TestAuthServer,
  TRANSFER_RESOURCE_SERVER,
  tokenFor,
  tokensByResourceServer,
} from './testAuthServer.ts';
import { TestBrowser } from './testBrowser.ts';

let auth: TestAuthServer;
beforeEach(async () => {
  auth = await TestAuthServer.start();
});
afterEach(() => auth.stop());

const isValid = (token: string) => auth.tokens.find(token, TRANSFER_RESOURCE_SERVER) !== undefined;
const nowSeconds = () => Date.now() / 1000;

function verify(idToken = '') {
  const keys = createRemoteJWKSet(new URL(`${auth.issuer}${PATHS.jwks}`));
  return jwtVerify(idToken, keys, { issuer: auth.issuer, audience: CLIENT_ID });
}

async function signInForCode() {
  const { url, verifier } = auth.authorizeRequest();
  const browser = new TestBrowser();
  const end = await browser.submit(await browser.open(url), { identity: MIRA_ID });
  return { code: codeFromUrl(end.url), verifier };
}

describe('the next sign-in', () => {
  test('can leave out the Transfer token, once', async () => {
    auth.control.setNextSignInFaults({ omitTransferToken: true });
    expect([...tokensByResourceServer(await auth.signIn()).keys()]).toEqual(['auth.globus.org']);
    expect([...tokensByResourceServer(await auth.signIn()).keys()]).toEqual([
      'auth.globus.org',
      TRANSFER_RESOURCE_SERVER,
    ]);
  });

  test('can return the Transfer token at the top level', async () => {
    auth.control.setNextSignInFaults({ transferTokenFirst: true });
    const response = await auth.signIn();
    expect(response.resource_server).toBe(TRANSFER_RESOURCE_SERVER);
    expect(response.other_tokens[0]?.resource_server).toBe('auth.globus.org');
    await verify(response.id_token);
  });

  test.each<[NonNullable<NextSignInFaults['idToken']>, RegExp]>([
    ['wrong-issuer', /"iss"/],
    ['wrong-audience', /"aud"/],
    ['bad-signature', /signature/],
  ])('can return an id_token with %s', async (idToken, message) => {
    auth.control.setNextSignInFaults({ idToken });
    const response = await auth.signIn();
    await expect(verify(response.id_token)).rejects.toThrow(message);
  });

  test('can return a validly signed id_token with a wrong nonce or a wrong time', async () => {
    auth.control.setNextSignInFaults({ idToken: 'wrong-nonce' });
    const { payload } = await verify((await auth.signIn()).id_token);
    expect(payload.nonce).not.toBe('the-nonce');
    for (const [idToken, seconds] of [
      ['clock-ahead-10-min', 600],
      ['clock-behind-10-min', -600],
    ] as const) {
      auth.control.setNextSignInFaults({ idToken });
      const { iat = 0 } = (await verify((await auth.signIn()).id_token)).payload;
      expect(Math.abs(iat - nowSeconds() - seconds)).toBeLessThan(5);
    }
  });

  test('can fail at the token endpoint with a status or a closed connection', async () => {
    auth.control.setNextSignInFaults({
      tokenEndpoint: { status: 503, body: '<h1>Unavailable</h1>', delayMs: 30 },
    });
    const first = await signInForCode();
    const started = Date.now();
    const failed = await auth.exchangeCode(first.code, first.verifier);
    expect([failed.status, await failed.text()]).toEqual([503, '<h1>Unavailable</h1>']);
    expect(Date.now() - started).toBeGreaterThanOrEqual(29);
    auth.control.setNextSignInFaults({ tokenEndpoint: { disconnect: true } });
    const second = await signInForCode();
    await expect(auth.exchangeCode(second.code, second.verifier)).rejects.toThrow();
    const third = await signInForCode();
    expect((await auth.exchangeCode(third.code, third.verifier)).status).toBe(200);
  });
});

describe('tokens and sessions', () => {
  test('expire or are revoked by resource server and by any identity of the person', async () => {
    const mira = await auth.signIn({ scope: `${DEFAULT_SCOPES} offline_access` });
    const jonas = await auth.signIn({}, { as: JONAS_ID });
    expect(
      auth.control.expireTokens({ resourceServer: TRANSFER_RESOURCE_SERVER, identityId: MIRA_AT_HPC_ID }),
    ).toBe(1);
    expect(isValid(tokenFor(mira, TRANSFER_RESOURCE_SERVER).access_token)).toBe(false);
    expect(isValid(tokenFor(jonas, TRANSFER_RESOURCE_SERVER).access_token)).toBe(true);
    expect(auth.tokens.find(mira.access_token, 'auth.globus.org')).toBeDefined();

    const renewed = await (
      await auth.refresh(tokenFor(mira, TRANSFER_RESOURCE_SERVER).refresh_token ?? '')
    ).json();
    auth.control.revokeTokens({ keepRefreshTokens: true });
    expect(isValid(renewed.access_token)).toBe(false);
    const renewedAgain = await (await auth.refresh(renewed.refresh_token)).json();
    auth.control.revokeTokens();
    expect((await auth.refresh(renewedAgain.refresh_token)).status).toBe(401);
  });

  test('validTokens lists access and refresh tokens until they end', async () => {
    await auth.signIn({ scope: `${DEFAULT_SCOPES} offline_access` });
    const kinds = () => auth.control.validTokens().map(({ kind }) => kind);
    expect(kinds()).toEqual(['access', 'access', 'refresh', 'refresh']);
    expect(auth.control.validTokens({ identityId: JONAS_ID })).toEqual([]);
    auth.control.expireTokens();
    expect(kinds()).toEqual(['refresh', 'refresh']);
    auth.control.revokeTokens({ resourceServer: TRANSFER_RESOURCE_SERVER });
    expect(auth.control.validTokens()).toMatchObject([{ kind: 'refresh', identityId: MIRA_ID }]);
  });

  test('endSessions signs browsers out, and tokens stay valid', async () => {
    const browser = new TestBrowser();
    const response = await auth.signIn({}, { browser });
    expect(auth.control.endSessions()).toBe(1);
    expect((await browser.open(auth.authorizeRequest().url)).hasForm).toBe(true);
    expect(isValid(tokenFor(response, TRANSFER_RESOURCE_SERVER).access_token)).toBe(true);
  });

  test('setAccessTokenLifetimeSeconds applies to new tokens', async () => {
    auth.control.setAccessTokenLifetimeSeconds(60);
    const token = tokenFor(await auth.signIn(), TRANSFER_RESOURCE_SERVER);
    expect(token.expires_in).toBe(60);
    auth.clock.advance(60_000);
    expect(isValid(token.access_token)).toBe(false);
  });

  test('the id_token uses the simulated clock', async () => {
    auth.clock.advance(5 * 24 * 3_600_000);
    const { iat = 0, last_authentication: last } = decodeJwt((await auth.signIn()).id_token ?? '');
    expect(Math.abs(iat - nowSeconds() - 5 * 24 * 3600)).toBeLessThan(5);
    expect(Math.abs(Number(last) - iat)).toBeLessThan(5);
  });

  test('token responses can be sparse', async () => {
    auth.control.setSparseTokenResponses(true);
    const response = await auth.signIn({ scope: `${DEFAULT_SCOPES} offline_access` });
    const transfer = tokenFor(response, TRANSFER_RESOURCE_SERVER);
    expect(transfer).toMatchObject({ scope: null, expires_in: '172800' });
    const renewed = await (await auth.refresh(transfer.refresh_token ?? '')).json();
    expect(renewed).toMatchObject({ scope: null, expires_in: '172800', other_tokens: null });
    expect(renewed).not.toHaveProperty('resource_server');
  });

  test('a second key can be published, without a hint about which key signs', async () => {
    auth.control.setExtraJwkPublished(true);
    const { id_token: idToken = '' } = await auth.signIn();
    expect(decodeProtectedHeader(idToken)).toEqual({ alg: 'RS512' });
    await expect(verify(idToken)).rejects.toThrow('multiple matching keys');
    auth.control.setExtraJwkPublished(false);
    await verify(idToken);
  });

  test('the authorize endpoint can be unavailable, and reset restores everything', async () => {
    auth.control.setAuthorizeUnavailable(true);
    const page = await new TestBrowser().open(auth.authorizeRequest().url);
    expect([page.status, page.body.includes('503')]).toEqual([503, true]);
    const browser = new TestBrowser();
    auth.control.reset();
    const response = await auth.signIn({}, { browser });
    auth.control.reset();
    expect(isValid(tokenFor(response, TRANSFER_RESOURCE_SERVER).access_token)).toBe(false);
    expect((await browser.open(auth.authorizeRequest().url)).hasForm).toBe(true);
  });
});
