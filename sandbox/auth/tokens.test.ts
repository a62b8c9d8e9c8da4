import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PATHS } from './paths.ts';
import {
  CLIENT_ID,
  DEFAULT_SCOPES,
  JONAS_ID,
  MIRA_ID,
  SERVICE_CLIENT,
  TestAuthServer,
  TRANSFER_ALL,
  TRANSFER_RESOURCE_SERVER,
  tokenFor,
} from './testAuthServer.ts';

const DAY = 24 * 60 * 60 * 1000;
const OFFLINE = { scope: `${DEFAULT_SCOPES} offline_access` };
const BASIC = {
  authorization: `Basic ${Buffer.from(`${SERVICE_CLIENT.id}:${SERVICE_CLIENT.secret}`).toString('base64')}`,
};

let auth: TestAuthServer;
beforeAll(async () => {
  auth = await TestAuthServer.start();
});
afterAll(() => auth.stop());

const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${auth.issuer}${path}`, { method: 'POST', body: new URLSearchParams(form), headers });
const get = (path: string, token?: string) =>
  fetch(`${auth.issuer}${path}`, {
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });

describe('refresh tokens', () => {
  test('renew the token of their own resource server, rotate, and last as long as they are used', async () => {
    let { refresh_token: refreshToken = '' } = tokenFor(await auth.signIn(OFFLINE), TRANSFER_RESOURCE_SERVER);
    for (let month = 0; month < 9; month += 1) {
      auth.clock.advance(30 * DAY);
      const tokenResponse = await (await auth.refresh(refreshToken)).json();
      expect(tokenResponse).toEqual({
        access_token: expect.any(String),
        expires_in: 172_800,
        token_type: 'Bearer',
        resource_server: TRANSFER_RESOURCE_SERVER,
        scope: TRANSFER_ALL,
        refresh_token: expect.any(String),
        other_tokens: [],
      });
      expect(auth.tokens.find(tokenResponse.access_token, TRANSFER_RESOURCE_SERVER)?.identityId).toBe(
        MIRA_ID,
      );
      const reused = await auth.refresh(refreshToken);
      expect(reused.status).toBe(401);
      expect(await reused.json()).toEqual({ error: 'invalid_grant' });
      refreshToken = tokenResponse.refresh_token;
    }
    auth.clock.advance(200 * DAY);
    expect(await (await auth.refresh(refreshToken)).json()).toMatchObject({ error: 'invalid_grant' });
  });

  test('outlive the access token, which expires after 48 hours of the simulated clock', async () => {
    const token = tokenFor(await auth.signIn(OFFLINE), TRANSFER_RESOURCE_SERVER);
    auth.clock.advance(2 * DAY - 60_000);
    expect(auth.tokens.find(token.access_token, TRANSFER_RESOURCE_SERVER)).toBeDefined();
    auth.clock.advance(60_000);
    expect(auth.tokens.find(token.access_token, TRANSFER_RESOURCE_SERVER)).toBeUndefined();
    expect((await auth.refresh(token.refresh_token ?? '')).status).toBe(200);
  });
});

describe('revoking', () => {
  test('revokes an access token', async () => {
    const token = tokenFor(await auth.signIn(), TRANSFER_RESOURCE_SERVER).access_token;
    const response = await post(PATHS.revoke, { token, client_id: CLIENT_ID });
    expect([response.status, await response.json()]).toEqual([200, { active: false }]);
    expect(auth.tokens.find(token, TRANSFER_RESOURCE_SERVER)).toBeUndefined();
  });

  test('revokes a refresh token and its access tokens, but none of another resource server', async () => {
    const tokenResponse = await auth.signIn(OFFLINE);
    const transfer = tokenFor(tokenResponse, TRANSFER_RESOURCE_SERVER);
    const renewed = await (await auth.refresh(transfer.refresh_token ?? '')).json();
    await post(PATHS.revoke, { token: renewed.refresh_token });
    for (const { access_token } of [transfer, renewed]) {
      expect(auth.tokens.find(access_token, TRANSFER_RESOURCE_SERVER)).toBeUndefined();
    }
    expect((await auth.refresh(renewed.refresh_token)).status).toBe(401);
    expect((await auth.refresh(tokenResponse.refresh_token ?? '')).status).toBe(200);
  });

  test('rejects an unknown client, and accepts an unknown token', async () => {
    expect((await post(PATHS.revoke, { token: 'x', client_id: 'unknown' })).status).toBe(401);
    expect((await post(PATHS.revoke, { token: 'x' })).status).toBe(200);
  });
});

describe('the service client', () => {
  test('gets a token for each resource server, with Basic authentication or form fields', async () => {
    const form = { grant_type: 'client_credentials', scope: `openid ${TRANSFER_ALL}` };
    const inForm = { ...form, client_id: SERVICE_CLIENT.id, client_secret: SERVICE_CLIENT.secret };
    for (const response of [await auth.postTokenRequest(form, BASIC), await auth.postTokenRequest(inForm)]) {
      const tokenResponse = await response.json();
      expect(tokenResponse).toMatchObject({ resource_server: 'auth.globus.org', scope: 'openid' });
      expect(tokenResponse).not.toHaveProperty('id_token');
      expect(tokenResponse).not.toHaveProperty('refresh_token');
      expect(
        auth.tokens.find(
          tokenFor(tokenResponse, TRANSFER_RESOURCE_SERVER).access_token,
          TRANSFER_RESOURCE_SERVER,
        ),
      ).toMatchObject({
        identityId: SERVICE_CLIENT.id,
        identityIds: [SERVICE_CLIENT.id],
      });
    }
  });

  test('is rejected with a wrong secret or an unknown scope, and the public client always is', async () => {
    const form = { grant_type: 'client_credentials', scope: TRANSFER_ALL };
    const wrong = await auth.postTokenRequest({
      ...form,
      client_id: SERVICE_CLIENT.id,
      client_secret: 'wrong',
    });
    expect([wrong.status, (await wrong.json()).error]).toEqual([401, 'invalid_client']);
    expect((await (await auth.postTokenRequest({ ...form, scope: 'urn:x' }, BASIC)).json()).error).toBe(
      'invalid_scope',
    );
    expect((await auth.postTokenRequest({ ...form, client_id: CLIENT_ID })).status).toBe(400);
  });

  test('is the only client that can introspect tokens', async () => {
    const token = tokenFor(await auth.signIn(), TRANSFER_RESOURCE_SERVER).access_token;
    expect((await post(PATHS.introspect, { token })).status).toBe(401);
    const tokenResponse = await (
      await post(PATHS.introspect, { token, include: 'identity_set,session_info' }, BASIC)
    ).json();
    expect(tokenResponse).toMatchObject({
      active: true,
      sub: MIRA_ID,
      username: 'mira@harbor.example',
      scope: TRANSFER_ALL,
      aud: [TRANSFER_RESOURCE_SERVER],
      identity_set: [MIRA_ID, expect.any(String)],
      session_info: { authentications: { [MIRA_ID]: { auth_time: expect.any(Number) } } },
    });
    const unknown = await post(PATHS.introspect, { token: 'x' }, BASIC);
    expect(await unknown.json()).toEqual({ active: false });
  });
});

describe('identities and userinfo', () => {
  test('identities are found by ID or username, without the unknown ones', async () => {
    const { access_token: token } = await auth.signIn();
    const byId = await (
      await get(`${PATHS.identities}?ids=${JONAS_ID},unknown,${SERVICE_CLIENT.id}`, token)
    ).json();
    expect(byId.identities).toEqual([
      expect.objectContaining({
        id: JONAS_ID,
        username: 'jonas@hpc.example',
        status: 'used',
        name: 'Jonas Lindqvist',
      }),
      expect.objectContaining({ id: SERVICE_CLIENT.id }),
    ]);
    const byName = await (
      await get(`${PATHS.identities}?usernames=amara@lab.example,${JONAS_ID}`, token)
    ).json();
    expect(byName.identities).toHaveLength(1);
    expect((await (await get(`${PATHS.identities}/${JONAS_ID}`, token)).json()).identity.id).toBe(JONAS_ID);
    expect((await get(PATHS.identities, token)).status).toBe(400);
  });

  test('reject a missing token or a token of another service with an error of Auth', async () => {
    const transfer = tokenFor(await auth.signIn(), TRANSFER_RESOURCE_SERVER).access_token;
    for (const token of [undefined, 'x', transfer]) {
      const response = await get(`${PATHS.identities}?ids=${JONAS_ID}`, token);
      expect(response.status).toBe(401);
      expect((await response.json()).errors).toEqual([
        {
          status: '401',
          code: 'UNAUTHORIZED',
          title: 'Unauthorized',
          detail: expect.any(String),
          id: expect.any(String),
        },
      ]);
    }
    const { access_token: profile } = await auth.signIn({ scope: 'profile' });
    expect((await get(`${PATHS.identities}?ids=${JONAS_ID}`, profile)).status).toBe(403);
  });

  test('userinfo returns the claims of the scopes', async () => {
    const { access_token: all } = await auth.signIn();
    expect(await (await get(PATHS.userinfo, all)).json()).toMatchObject({
      sub: MIRA_ID,
      email: 'mira@harbor.example',
      identity_set: [{ sub: MIRA_ID }, { username: 'mokafor@hpc.example' }],
    });
    const { access_token: openidOnly } = await auth.signIn({ scope: 'openid' });
    expect(Object.keys(await (await get(PATHS.userinfo, openidOnly)).json()).sort()).toEqual([
      'last_authentication',
      'sub',
    ]);
    expect((await get(PATHS.userinfo)).status).toBe(401);
  });
});

describe('CORS', () => {
  const ORIGIN = 'https://streams.harbor.example';

  test.each([PATHS.token, PATHS.revoke, PATHS.userinfo, PATHS.identities, PATHS.jwks, PATHS.discovery])(
    '%s answers preflights and names the origin',
    async (path) => {
      const preflight = await fetch(`${auth.issuer}${path}`, {
        method: 'OPTIONS',
        headers: { origin: ORIGIN, 'access-control-request-method': 'POST' },
      });
      expect(preflight.status).toBe(204);
      expect(preflight.headers.get('access-control-allow-origin')).toBe(ORIGIN);
      expect(preflight.headers.get('access-control-allow-headers')).toContain('X-Globus-Client-Info');
      for (const method of ['GET', 'POST']) {
        const response = await fetch(`${auth.issuer}${path}`, { method, headers: { origin: ORIGIN } });
        expect(response.headers.get('access-control-allow-origin')).toBe(ORIGIN);
        expect(response.headers.get('vary')).toContain('Origin');
        expect(response.headers.has('access-control-allow-credentials')).toBe(false);
      }
    },
  );

  test('does not apply to pages', async () => {
    const response = await fetch(auth.authorizeRequest().url, {
      headers: { origin: ORIGIN },
      redirect: 'manual',
    });
    expect(response.headers.has('access-control-allow-origin')).toBe(false);
  });
});
