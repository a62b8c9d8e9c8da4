import { randomUUID } from 'node:crypto';
import { TestBrowser } from './auth/testBrowser.ts';
import { ACCESS_POINT_IDS } from './sandboxForTests.ts';
import type { Sandbox } from './startSandbox.ts';

// The requests that the Globus CLI 3.42 and the Python SDK 4.9 send, with their parameters. Neither can be installed where
// these tests run.

/** The public client of the CLI, the template of the clients it registers. */
export const TEMPLATE_ID = '95fdeba8-fac2-42bd-a357-e068d82ff78e';
export const TRANSFER = 'transfer.api.globus.org';
export const TRANSFER_ALL = 'urn:globus:auth:scope:transfer.api.globus.org:all';
export const IDENTITY_SCOPES = 'openid profile email urn:globus:auth:scope:auth.globus.org:view_identity_set';
const CLI_SCOPES = [
  IDENTITY_SCOPES,
  TRANSFER_ALL,
  'urn:globus:auth:scope:groups.api.globus.org:all',
  'urn:globus:auth:scope:search.api.globus.org:all',
  `https://auth.globus.org/scopes/524230d7-ea86-4a52-8312-86065a9e0417/timer[${TRANSFER_ALL}]`,
  'https://auth.globus.org/scopes/eec9b274-0c81-4334-bdc2-54e90e689b9a/all',
].join(' ');
export const MIRA = { id: 'a1e50000-0000-4000-8000-000000000001', username: 'mira@harbor.example' };

/** A client; without a secret it is a public one. */
export interface Client {
  id: string;
  secret?: string;
}

/** The token of one resource server in a token response. */
export interface Token {
  access_token: string;
  refresh_token: string;
  resource_server: string;
  scope: string;
  expires_in: number;
}

/** Sends a form to Auth, with HTTP Basic authentication if the client has a secret. */
export async function postForm(
  sandbox: Sandbox,
  path: string,
  form: Record<string, string>,
  client?: Client,
) {
  const basic = client?.secret && Buffer.from(`${client.id}:${client.secret}`).toString('base64');
  const response = await fetch(new URL(path, sandbox.auth), {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: basic ? { Authorization: `Basic ${basic}` } : {},
  });
  return { status: response.status, body: await response.json() };
}

/** Reads from Auth with a token. */
export async function getAuth(sandbox: Sandbox, path: string, token: string) {
  const headers = { Authorization: `Bearer ${token}` };
  return (await fetch(new URL(path, sandbox.auth), { headers })).json();
}

/** Registers the client of one machine, as the CLI does before its first login. */
export async function registerInstance(sandbox: Sandbox, templateId = TEMPLATE_ID) {
  const response = await fetch(new URL('/v2/api/clients', sandbox.auth), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ client: { template_id: templateId, name: 'Globus CLI' } }),
  });
  return { status: response.status, body: await response.json() };
}

/** Returns a newly registered client. */
export async function newInstance(sandbox: Sandbox): Promise<Client> {
  const { client: id, secret } = (await registerInstance(sandbox)).body.included.client_credential;
  return { id, secret };
}

interface LoginOptions {
  browser?: TestBrowser;
  scope?: string;
  redirectUri?: string;
  session?: Record<string, string>;
  fields?: Record<string, string>;
}

/** Signs in as the CLI does: without PKCE, because its client has a secret, and always with `prompt=login`. */
export async function login(sandbox: Sandbox, client: Client, options: LoginOptions = {}) {
  const { browser = new TestBrowser(), scope = CLI_SCOPES, session = {}, fields = {} } = options;
  const { redirectUri = 'http://localhost:51234' } = options;
  const query = new URLSearchParams({
    client_id: client.id,
    redirect_uri: redirectUri,
    scope,
    state: '_default',
    response_type: 'code',
    access_type: 'offline',
    prompt: 'login',
    ...session,
  });
  const page = await browser.open(`${sandbox.auth}/v2/oauth2/authorize?${query}`);
  const end = await browser.submit(page, { identity: MIRA.id, ...fields });
  const code =
    new URL(end.url).searchParams.get('code') ?? /readonly value="([^"]+)"/.exec(end.body)?.[1] ?? '';
  const exchange = { grant_type: 'authorization_code', code, redirect_uri: redirectUri };
  const { status, body } = await postForm(sandbox, '/v2/oauth2/token', exchange, client);
  const tokens: Token[] = [body, ...(body.other_tokens ?? [])];
  return {
    page,
    status,
    body,
    tokens,
    tokenFor: (server: string) => tokens.find((token) => token.resource_server === server) as Token,
  };
}

/** Sends a request to Transfer with the headers of the SDK. */
export async function transferRequest(
  sandbox: Sandbox,
  token: string,
  method: string,
  path: string,
  body?: object,
) {
  const response = await fetch(new URL(path, sandbox.transfer), {
    method,
    headers: {
      Accept: 'application/json',
      Authorization: `Bearer ${token}`,
      'X-Globus-Client-Info': 'product=python-sdk,version=4.9.0;product=globus-cli,version=3.42.0',
      ...(body && { 'Content-Type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

/** Creates a tunnel with the attributes that the CLI sends. */
export function createTunnel(
  sandbox: Sandbox,
  token: string,
  listener: string,
  submissionId: string = randomUUID(),
) {
  const side = (id: string) => ({ data: { type: 'StreamAccessPoint', id } });
  return transferRequest(sandbox, token, 'POST', '/v2/tunnels', {
    data: {
      type: 'Tunnel',
      relationships: { listener: side(listener), initiator: side(ACCESS_POINT_IDS.harbor) },
      attributes: {
        label: 'Night run',
        submission_id: submissionId,
        restartable: false,
        lifetime_mins: 360,
      },
    },
  });
}
