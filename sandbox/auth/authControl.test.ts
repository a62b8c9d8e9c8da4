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

const isGood = (token: string) => auth.tokens.find(token, TRANSFER_RESOURCE_SERVER) !== undefined;
const nowSeconds = () => Date.now() / 1000;

function verify(idToken = '') {
  const keys = createRemoteJWKSet(new URL(`${auth.issuer}${PATHS.jwks}`));
  return jwtVerify(idToken, keys, { issuer: auth.issuer, audience: CLIENT_ID });
}

async function codeByPage() {
  const { url, verifier } = auth.authorizeRequest();
  const browser = new TestBrowser();
  const end = await browser.submit(await browser.open(url), { identity: MIRA_ID });
  return { code: codeFromUrl(end.url), verifier };
}

describe('the next sign-in', () => {
  test('can lack the Transfer token, once', async () => {
    auth.control.setNextSignInFaults({ omitTransferToken: true });
    expect([...tokensByResourceServer(await auth.signIn()).keys()]).toEqual(['auth.globus.org']);
    expect([...tokensByResourceServer(await auth.signIn()).keys()]).toEqual([
      'auth.globus.org',
      TRANSFER_RESOURCE_SERVER,
    ]);
  });

  test('can have the Transfer token on top', async () => {
    auth.control.setNextSignInFaults({ transferTokenFirst: true });
    const answer = await auth.signIn();
    expect(answer.resource_server).toBe(TRANSFER_RESOURCE_SERVER);
    expect(answer.other_tokens[0]?.resource_server).toBe('auth.globus.org');
    await verify(answer.id_token);
  });

  test.each<[NonNullable<NextSignInFaults['idToken']>, RegExp]>([
    ['wrong-issuer', /"iss"/],
    ['wrong-audience', /"aud"/],
    ['bad-signature', /signature/],
  ])('can bring an id_token with %s', async (idToken, complaint) => {
    auth.control.setNextSignInFaults({ idToken });
    const answer = await auth.signIn();
    await expect(verify(answer.id_token)).rejects.toThrow(complaint);
  });

  test('can bring an id_token with a wrong nonce or another clock, signed well', async () => {
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

  test('can fail at the token endpoint by status or by a cut connection', async () => {
    auth.control.setNextSignInFaults({ tokenEndpoint: { status: 503, body: '<h1>Away</h1>', delayMs: 30 } });
    const first = await codeByPage();
    const started = Date.now();
    const failed = await auth.exchangeCode(first.code, first.verifier);
    expect([failed.status, await failed.text()]).toEqual([503, '<h1>Away</h1>']);
    expect(Date.now() - started).toBeGreaterThanOrEqual(29);
    auth.control.setNextSignInFaults({ tokenEndpoint: { disconnect: true } });
    const second = await codeByPage();
    await expect(auth.exchangeCode(second.code, second.verifier)).rejects.toThrow();
    const third = await codeByPage();
    expect((await auth.exchangeCode(third.code, third.verifier)).status).toBe(200);
  });
});

describe('tokens and sessions', () => {
  test('expire or end by resource server and by any identity of the person', async () => {
    const mira = await auth.signIn({ scope: `${DEFAULT_SCOPES} offline_access` });
    const jonas = await auth.signIn({}, { as: JONAS_ID });
    expect(
      auth.control.expireTokens({ resourceServer: TRANSFER_RESOURCE_SERVER, identityId: MIRA_AT_HPC_ID }),
    ).toBe(1);
    expect(isGood(tokenFor(mira, TRANSFER_RESOURCE_SERVER).access_token)).toBe(false);
    expect(isGood(tokenFor(jonas, TRANSFER_RESOURCE_SERVER).access_token)).toBe(true);
    expect(auth.tokens.find(mira.access_token, 'auth.globus.org')).toBeDefined();

    const renewed = await (
      await auth.refresh(tokenFor(mira, TRANSFER_RESOURCE_SERVER).refresh_token ?? '')
    ).json();
    auth.control.revokeTokens({ keepRefreshTokens: true });
    expect(isGood(renewed.access_token)).toBe(false);
    const again = await (await auth.refresh(renewed.refresh_token)).json();
    auth.control.revokeTokens();
    expect((await auth.refresh(again.refresh_token)).status).toBe(400);
  });

  test('endSessions signs browsers out and leaves tokens good', async () => {
    const browser = new TestBrowser();
    const answer = await auth.signIn({}, { browser });
    expect(auth.control.endSessions()).toBe(1);
    expect((await browser.open(auth.authorizeRequest().url)).hasForm).toBe(true);
    expect(isGood(tokenFor(answer, TRANSFER_RESOURCE_SERVER).access_token)).toBe(true);
  });

  test('setAccessTokenLifetime holds for new tokens', async () => {
    auth.control.setAccessTokenLifetimeSeconds(60);
    const token = tokenFor(await auth.signIn(), TRANSFER_RESOURCE_SERVER);
    expect(token.expires_in).toBe(60);
    auth.clock.advance(60_000);
    expect(isGood(token.access_token)).toBe(false);
  });

  test('the id_token follows the world clock', async () => {
    auth.clock.advance(5 * 24 * 3_600_000);
    const { iat = 0, last_authentication: last } = decodeJwt((await auth.signIn()).id_token ?? '');
    expect(Math.abs(iat - nowSeconds() - 5 * 24 * 3600)).toBeLessThan(5);
    expect(Math.abs(Number(last) - iat)).toBeLessThan(5);
  });

  test('token answers can be sparse', async () => {
    auth.control.setSparseTokenResponses(true);
    const answer = await auth.signIn({ scope: `${DEFAULT_SCOPES} offline_access` });
    const transfer = tokenFor(answer, TRANSFER_RESOURCE_SERVER);
    expect(transfer).toMatchObject({ scope: null, expires_in: '172800' });
    const renewed = await (await auth.refresh(transfer.refresh_token ?? '')).json();
    expect(renewed).toMatchObject({ scope: null, expires_in: '172800', other_tokens: null });
    expect(renewed).not.toHaveProperty('resource_server');
  });

  test('another key can be listed, without a word on which one signs', async () => {
    auth.control.setExtraJwkPublished(true);
    const { id_token: idToken = '' } = await auth.signIn();
    expect(decodeProtectedHeader(idToken)).toEqual({ alg: 'RS512' });
    await expect(verify(idToken)).rejects.toThrow('multiple matching keys');
    auth.control.setExtraJwkPublished(false);
    await verify(idToken);
  });

  test('authorize can be down, and reset brings all back', async () => {
    auth.control.setAuthorizeUnavailable(true);
    const page = await new TestBrowser().open(auth.authorizeRequest().url);
    expect([page.status, page.body.includes('503')]).toEqual([503, true]);
    const browser = new TestBrowser();
    auth.control.reset();
    const answer = await auth.signIn({}, { browser });
    auth.control.reset();
    expect(isGood(tokenFor(answer, TRANSFER_RESOURCE_SERVER).access_token)).toBe(false);
    expect((await browser.open(auth.authorizeRequest().url)).hasForm).toBe(true);
  });
});
