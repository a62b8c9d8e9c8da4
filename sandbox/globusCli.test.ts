import { createHash, randomBytes } from 'node:crypto';
import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { TestBrowser } from './auth/testBrowser.ts';
import type { Client, Token } from './globusCliForTests.ts';
import {
  createTunnel,
  getAuth,
  IDENTITY_SCOPES,
  login,
  MIRA,
  newInstance,
  postForm,
  registerInstance,
  TEMPLATE_ID,
  TRANSFER,
  TRANSFER_ALL,
  transferRequest,
} from './globusCliForTests.ts';
import { ACCESS_POINT_IDS, sandboxForTests } from './sandboxForTests.ts';

const sandbox = sandboxForTests({ speed: 1000 });

const SDK_TUTORIAL_ID = '61338d24-54d5-408f-a10d-66c06b59f6d2';
const RESOURCE_SERVERS = [
  'auth.globus.org',
  TRANSFER,
  'groups.api.globus.org',
  'search.api.globus.org',
  '524230d7-ea86-4a52-8312-86065a9e0417',
  'flows.globus.org',
];
const MIRA_AT_HPC = { id: 'a1e50000-0000-4000-8000-000000000002', username: 'mokafor@hpc.example' };

const validate = (token: string, client: Client) =>
  postForm(sandbox(), '/v2/oauth2/token/validate', { token }, client).then(
    ({ body }) => body.active as boolean,
  );
const revoke = (token: string) =>
  postForm(sandbox(), '/v2/oauth2/token/revoke', { token, client_id: TEMPLATE_ID }).then(({ body }) => body);

describe('globus login', () => {
  test('registers a client for the machine', async () => {
    const { status, body } = await registerInstance(sandbox());
    expect(status).toBe(201);
    expect(body).toMatchObject({
      client: { name: 'Globus CLI', client_type: 'confidential_client', parent_client: TEMPLATE_ID },
      included: { client_credential: { client: body.client.id, secret: expect.any(String) } },
    });
    expect(body.client).not.toHaveProperty('secret');
    expect((await registerInstance(sandbox(), sandbox().client.id)).status).toBe(404);
  });

  test.each(['http://localhost:51234', 'http://127.0.0.1:8', 'the page that shows the code'])(
    'gets a token and a refresh token for each service by %s',
    async (address) => {
      const client = await newInstance(sandbox());
      const isPage = !address.startsWith('http');
      const redirectUri = isPage ? `${sandbox().auth}/v2/web/auth-code` : address;
      const { page, body, tokens, tokenFor } = await login(sandbox(), client, { redirectUri });
      expect(page.body).toContain('you allow Globus CLI to:');
      expect(tokens.map((token) => token.resource_server)).toEqual(RESOURCE_SERVERS);
      expect(tokenFor('auth.globus.org').scope.split(' ').toSorted()).toEqual(
        IDENTITY_SCOPES.split(' ').toSorted(),
      );
      expect(decodeJwt(body.id_token)).toMatchObject({ sub: MIRA.id, aud: client.id, iss: sandbox().auth });
      for (const token of tokens) {
        expect(token).toMatchObject({ refresh_token: expect.any(String), expires_in: 172_800 });
        expect(await validate(token.refresh_token, client)).toBe(true);
      }
    },
  );

  test('of one machine says nothing about another, and a wrong secret is refused', async () => {
    const [one, other] = [await newInstance(sandbox()), await newInstance(sandbox())];
    const { tokenFor } = await login(sandbox(), one);
    const { access_token: token, refresh_token: refreshToken } = tokenFor(TRANSFER);
    const introspect = (client: Client) =>
      postForm(sandbox(), '/v2/oauth2/token/introspect', { token }, client);
    expect((await introspect(one)).body).toMatchObject({ active: true, client_id: one.id });
    expect((await introspect(other)).body).toEqual({ active: false });
    const refresh = { grant_type: 'refresh_token', refresh_token: refreshToken };
    expect(await postForm(sandbox(), '/v2/oauth2/token', refresh, other)).toEqual({
      status: 401,
      body: { error: 'invalid_grant' },
    });
    const wrong = { ...one, secret: 'wrong' };
    expect((await introspect(wrong)).status).toBe(401);
    expect((await postForm(sandbox(), '/v2/oauth2/token/validate', { token }, wrong)).status).toBe(401);
    expect((await postForm(sandbox(), '/v2/oauth2/token', refresh, one)).body).toMatchObject({
      resource_server: TRANSFER,
      other_tokens: [],
    });
  });
});

test('globus whoami and session show', async () => {
  const client = await newInstance(sandbox());
  const { access_token: token } = (await login(sandbox(), client)).tokenFor('auth.globus.org');
  expect(await getAuth(sandbox(), '/v2/oauth2/userinfo', token)).toMatchObject({
    sub: MIRA.id,
    preferred_username: MIRA.username,
    identity_set: [{ sub: MIRA.id }, { sub: MIRA_AT_HPC.id, username: MIRA_AT_HPC.username }],
  });
  const form = { token, include: 'session_info' };
  const { body } = await postForm(sandbox(), '/v2/oauth2/token/introspect', form, client);
  const { authentications } = body.session_info;
  expect(Object.keys(authentications)).toEqual([MIRA.id]);
  expect(authentications[MIRA.id]).toEqual({
    acr: null,
    amr: null,
    idp: expect.any(String),
    auth_time: expect.any(Number),
    custom_claims: {},
  });
  expect(await getAuth(sandbox(), `/v2/api/identities?ids=${MIRA.id}`, token)).toMatchObject({
    identities: [MIRA],
  });
});

test('globus session update adds an identity, and the token of before sees it', async () => {
  const client = await newInstance(sandbox());
  const browser = new TestBrowser();
  const { access_token: token } = (await login(sandbox(), client, { browser })).tokenFor('auth.globus.org');
  const update = await login(sandbox(), client, {
    browser,
    session: {
      session_message: 'Authenticate to update your CLI session.',
      session_required_identities: MIRA_AT_HPC.id,
    },
    fields: { identity: MIRA_AT_HPC.id },
  });
  expect(update.page.body).toContain('Authenticate to update your CLI session.');
  expect(decodeJwt(update.body.id_token).sub).toBe(MIRA.id);
  const form = { token, include: 'session_info' };
  const { body } = await postForm(sandbox(), '/v2/oauth2/token/introspect', form, client);
  expect(Object.keys(body.session_info.authentications)).toEqual([MIRA.id, MIRA_AT_HPC.id]);
});

test('globus session consent adds the consent that an access point requires', async () => {
  const client = await newInstance(sandbox());
  const browser = new TestBrowser();
  const create = (token: Token) =>
    createTunnel(sandbox(), token.access_token, ACCESS_POINT_IDS.requiresConsent);
  const refused = await create((await login(sandbox(), client, { browser })).tokenFor(TRANSFER));
  expect(refused.status).toBe(403);
  const scope = `${TRANSFER_ALL}[*https://auth.globus.org/scopes/e0000000-0000-4000-8000-000000000006/data_access]`;
  const consented = await login(sandbox(), client, { browser, scope: `${scope} ${IDENTITY_SCOPES}` });
  expect((await create(consented.tokenFor(TRANSFER))).status).toBe(201);
});

describe('globus logout', () => {
  test('revokes every token of the machine through the public client', async () => {
    const client = await newInstance(sandbox());
    const { tokens } = await login(sandbox(), client);
    for (const { access_token, refresh_token } of tokens) {
      expect(await revoke(access_token)).toEqual({ active: false });
      expect(await revoke(refresh_token)).toEqual({ active: false });
      expect(await validate(refresh_token, client)).toBe(false);
    }
  });

  test('with --delete-client also deletes the client, and only that one', async () => {
    const [client, other] = [await newInstance(sandbox()), await newInstance(sandbox())];
    const { tokenFor } = await login(sandbox(), client);
    const remove = async ({ id, secret }: Client) => {
      const authorization = `Basic ${Buffer.from(`${client.id}:${secret}`).toString('base64')}`;
      const address = new URL(`/v2/api/clients/${id}`, sandbox().auth);
      const response = await fetch(address, { method: 'DELETE', headers: { authorization } });
      return response.status;
    };
    expect(await remove({ ...client, secret: 'wrong' })).toBe(401);
    expect(await remove({ id: other.id, secret: client.secret ?? '' })).toBe(403);
    expect(await remove(client)).toBe(200);
    expect(await remove(client)).toBe(401);
    expect(sandbox().tokens.find(tokenFor(TRANSFER).access_token, TRANSFER)).toBeUndefined();
    expect((await login(sandbox(), other)).status).toBe(200);
  });
});

test('UserApp of the SDK signs in with PKCE on the page that shows the code', async () => {
  const verifier = randomBytes(32).toString('base64url');
  const redirectUri = `${sandbox().auth}/v2/web/auth-code`;
  const query = new URLSearchParams({
    client_id: SDK_TUTORIAL_ID,
    redirect_uri: redirectUri,
    scope: `openid ${TRANSFER_ALL} urn:globus:auth:scope:auth.globus.org:manage_projects`,
    state: '_default',
    response_type: 'code',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    access_type: 'online',
    prefill_named_grant: 'my app on my-laptop',
    session_required_mfa: 'False',
  });
  const browser = new TestBrowser();
  const page = await browser.open(`${sandbox().auth}/v2/oauth2/authorize?${query}`);
  const end = await browser.submit(page, { identity: MIRA.id });
  const { status, body } = await postForm(sandbox(), '/v2/oauth2/token', {
    client_id: SDK_TUTORIAL_ID,
    grant_type: 'authorization_code',
    code: /readonly value="([^"]+)"/.exec(end.body)?.[1] ?? '',
    code_verifier: verifier,
    redirect_uri: redirectUri,
  });
  expect(status).toBe(200);
  expect(decodeJwt(body.id_token)).toMatchObject({ sub: MIRA.id, aud: SDK_TUTORIAL_ID });
  expect(body.other_tokens).toMatchObject([{ resource_server: TRANSFER, scope: TRANSFER_ALL }]);
  expect(body).not.toHaveProperty('refresh_token');
});

test('globus streams: the commands of tunnels and access points with the tokens of a login', async () => {
  const client = await newInstance(sandbox());
  const { access_token: token } = (await login(sandbox(), client)).tokenFor(TRANSFER);
  const request = (method: string, path: string, body?: object) =>
    transferRequest(sandbox(), token, method, path, body);
  const attributes = (values: object) => ({ data: { type: 'Tunnel', attributes: values } });

  const accessPoint = await request('GET', `/v2/stream_access_points/${ACCESS_POINT_IDS.northfield}`);
  expect(accessPoint.body.data.attributes.display_name).toBe('Northfield Compute Stream');
  const { body: submission } = await request('GET', '/v0.10/submission_id');
  const created = await createTunnel(sandbox(), token, ACCESS_POINT_IDS.northfield, submission.value);
  expect(created).toMatchObject({
    status: 201,
    body: { data: { attributes: { submission_id: submission.value } } },
  });
  const path = `/v2/tunnels/${created.body.data.id}`;
  const { body: list } = await request('GET', '/v2/tunnels');
  expect(list.data.map(({ id }: { id: string }) => id)).toContain(created.body.data.id);
  const renamed = await request('PATCH', path, attributes({ label: 'Day run' }));
  expect(renamed.body.data.attributes.label).toBe('Day run');
  expect((await request('PATCH', path, attributes({ state: 'STOPPING' }))).status).toBe(200);
  const state = async () => (await request('GET', path)).body.data.attributes.state;
  await expect.poll(state).toBe('STOPPED');
  const events = await request('GET', `${path}/events`);
  expect(events.body.data.at(-1).attributes.code).toBe('TUNNEL_STOPPED');
  expect((await request('DELETE', path)).status).toBe(200);
});
