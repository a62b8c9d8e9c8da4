import { expect, test } from 'vitest';
import type { IssueTokenRequest } from '../control/issueToken.ts';
import { ACCESS_POINT_IDS, createTunnelViaApi, sandboxForTests } from '../sandboxForTests.ts';

const sandbox = sandboxForTests();
const NORTHFIELD = 'e0000000-0000-4000-8000-000000000002';
const LUMEN = 'e0000000-0000-4000-8000-000000000006';

async function send(
  path: string,
  endpoint: string,
  tokenRequest: IssueTokenRequest = {},
  init: RequestInit = {},
) {
  const { token } = sandbox().commands.issueToken({ resourceServer: endpoint, ...tokenRequest });
  const response = await fetch(`${sandbox().gcs}${path}`, {
    ...init,
    headers: { Authorization: `Bearer ${token}`, Origin: 'https://streams.example' },
  });
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('https://streams.example');
  const body = await response.json();
  expect([body.http_response_code, Array.isArray(body.data)]).toEqual([response.status, true]);
  return body;
}

test("lists an endpoint's stream gateways with their policies, named like its access points", async () => {
  const { data, code, has_next_page } = await send(`/${NORTHFIELD}/api/stream_gateways`, NORTHFIELD);
  expect([code, has_next_page]).toEqual(['success', false]);
  expect(data).toContainEqual(
    expect.objectContaining({
      display_name: 'Northfield Restricted Cluster',
      allowed_domains: ['hpc.example'],
      authentication_timeout_mins: null,
      keywords: ['hpc', 'restricted'],
      lan_secret_required: false,
    }),
  );
  expect((await send('/api/stream_gateways', NORTHFIELD)).data).toEqual(data);
});

test('lists gateways in pages', async () => {
  const first = await send(`/${NORTHFIELD}/api/stream_gateways?page_size=2`, NORTHFIELD);
  expect([first.data.length, first.has_next_page]).toEqual([2, true]);
  const path = `/${NORTHFIELD}/api/stream_gateways?page_size=100&marker=${first.marker}`;
  const rest = await send(path, NORTHFIELD);
  expect(rest.data[0].id).not.toBe(first.data[1].id);
  expect(rest.has_next_page).toBe(false);
});

test('requires a token for this endpoint, and a role if the endpoint is not public', async () => {
  const unauthorized = await send(`/${NORTHFIELD}/api/stream_gateways`, LUMEN);
  expect(unauthorized).toMatchObject({ code: 'unauthorized', http_response_code: 401 });
  const forbidden = await send(`/${LUMEN}/api/stream_gateways`, LUMEN);
  expect(forbidden).toMatchObject({ code: 'permission_denied', http_response_code: 403 });
  const other = { scope: 'urn:something:else' };
  expect((await send(`/${NORTHFIELD}/api/stream_gateways`, NORTHFIELD, other)).http_response_code).toBe(403);
});

test('creates LAN secrets for a tunnel of this endpoint, which only their owner can delete', async () => {
  const tunnelId = await createTunnelViaApi(sandbox());
  const body = JSON.stringify({ stream_access_point_id: ACCESS_POINT_IDS.northfield, tunnel_id: tunnelId });
  const path = `/${NORTHFIELD}/api/lan_secrets`;
  const created = await send(path, NORTHFIELD, {}, { method: 'POST', body });
  const [{ id, secret, expires }] = created.data;
  expect(secret).toMatch(/^[\w-]{32}$/);
  expect(expires * 1000).toBeGreaterThan(sandbox().clock.now());
  const remove = (persona: 'newcomer' | 'researcher') =>
    send(`${path}/${id}`, NORTHFIELD, { persona }, { method: 'DELETE' });
  expect((await remove('newcomer')).http_response_code).toBe(404);
  expect((await remove('researcher')).http_response_code).toBe(200);
  expect((await remove('researcher')).http_response_code).toBe(404);
  const elsewhere = JSON.stringify({
    stream_access_point_id: ACCESS_POINT_IDS.requiresMfa,
    tunnel_id: tunnelId,
  });
  const refused = await send(path, NORTHFIELD, {}, { method: 'POST', body: elsewhere });
  expect(refused.http_response_code).toBe(404);
});

test('info needs no token', async () => {
  const response = await fetch(`${sandbox().gcs}/${NORTHFIELD}/api/info`);
  expect((await response.json()).data).toMatchObject([{ DATA_TYPE: 'info#1.0.0', endpoint_id: NORTHFIELD }]);
});
