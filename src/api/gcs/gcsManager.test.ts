import { MutationObserver, QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { requestLog } from '../http/requestLog.ts';
import { setSessionForTests } from '../http/sessionForTests.ts';
import { aGateway, aLanSecret, aNode, aRole, managerInfo } from './documentsForTests.ts';
import { endpointNodeQueries } from './endpointNodes.ts';
import { endpointRoleQueries } from './endpointRoles.ts';
import { lanSecretMutations } from './lanSecretMutations.ts';
import { managerInfoQueries } from './managerInfo.ts';
import { streamGatewayMutations } from './streamGatewayMutations.ts';
import { streamGatewayQueries } from './streamGateways.ts';

const manager = { endpointId: 'endpoint', gcsUrl: 'https://gcs.example' };
const getAccessToken = vi.fn(async () => 'token');
let sent: { method: string; url: string; headers: Record<string, string>; body: unknown }[] = [];
let responses: Response[] = [];
let client: QueryClient;

beforeEach(() => {
  [sent, responses] = [[], []];
  client = new QueryClient();
  setSessionForTests({ getAccessToken });
  getAccessToken.mockClear();
  vi.stubGlobal('fetch', async (url: string, { method, headers, body }: RequestInit) => {
    const json = typeof body === 'string' ? JSON.parse(body) : body;
    sent.push({ method: method ?? '', url, headers: headers as Record<string, string>, body: json });
    return responses.shift() ?? new Response('', { status: 500 });
  });
});
afterEach(() => vi.unstubAllGlobals());

const respond = (document: unknown, status = 200) => responses.push(Response.json(document, { status }));
const gateway = (id: string, more = {}) => ({ id, display_name: 'North', ...more });
const lastBody = () => sent.at(-1)?.body;
const mutate = <T, V>(
  options: ConstructorParameters<typeof MutationObserver<T, Error, V>>[1],
  variables: V,
) => new MutationObserver(client, options).mutate(variables);

test('reads every page with the endpoint’s own token, and leaves out what is deleted', async () => {
  respond({ data: [gateway('a'), gateway('b')], has_next_page: true, marker: 'm 2' });
  respond({ data: [gateway('c', { deleted: true }), { id: 7 }], has_next_page: false, marker: 'm 3' });
  const { items, unreadable } = await client.fetchQuery(streamGatewayQueries.list(manager));
  expect(sent.map(({ url }) => url)).toEqual([
    'https://gcs.example/api/stream_gateways?page_size=100',
    'https://gcs.example/api/stream_gateways?page_size=100&marker=m+2',
  ]);
  expect(getAccessToken).toHaveBeenCalledWith('endpoint');
  expect([items.map(({ id }) => id), unreadable]).toEqual([['a', 'b'], 1]);
});

test('names the settings that have an unknown type, and doesn’t take them for unset', async () => {
  respond({
    data: [{ ...aGateway, authentication_timeout_mins: '30', users_deny: ['mallory', 7], lan_name: null }],
  });
  const read = await client.fetchQuery(streamGatewayQueries.detail(manager, 'g'));
  expect(read.unreadable).toEqual(['authenticationTimeoutMinutes', 'usersDenied']);
  expect(read).toMatchObject({ usersDenied: null, lanName: null, runsAsLocalUser: true });
});

test.each([
  ['the envelope', { data: [aGateway] }],
  ['its data', { data: aGateway }],
  ['the response itself', aGateway],
])('one gateway is found in %s', async (_place, document) => {
  respond(document);
  expect(await client.fetchQuery(streamGatewayQueries.detail(manager, 'g'))).toMatchObject({ id: 'g' });
});

describe('changes', () => {
  test('creating sends what is set, and loads access points again', async () => {
    const invalidate = vi.spyOn(client, 'invalidateQueries');
    respond({ data: [aGateway] }, 201);
    const created = await mutate(streamGatewayMutations.create(manager), {
      name: 'Beamline',
      allowedDomains: ['harbor.example'],
      lanName: null,
    });
    expect(created.id).toBe('g');
    expect(sent[0]).toMatchObject({ method: 'POST', url: 'https://gcs.example/api/stream_gateways' });
    expect(lastBody()).toEqual({
      DATA_TYPE: 'stream_gateway#1.0.0',
      display_name: 'Beamline',
      allowed_domains: ['harbor.example'],
    });
    expect(invalidate).toHaveBeenCalledWith({ queryKey: ['access-points'] });
  });

  test('a PATCH has only what changed; null removes, and mappings keep what this page doesn’t know', async () => {
    const document = { DATA_TYPE: 'external_identity_mapping#1.0.0', command: ['/opt/map'], comment: 'ours' };
    respond({ data: [aGateway] });
    respond({ data: [aGateway] });
    const settings = {
      lanName: null,
      runsAsLocalUser: true,
      identityMappings: [{ document, kind: 'external' as const, command: ['/opt/map'] }],
    };
    await mutate(streamGatewayMutations.update(manager), { id: 'a/b', settings, isCurrent: () => true });
    expect(sent[1]).toMatchObject({ method: 'PATCH', url: 'https://gcs.example/api/stream_gateways/a%2Fb' });
    expect(lastBody()).toEqual({
      DATA_TYPE: 'stream_gateway#1.1.0',
      lan_name: null,
      run_as_local_user: true,
      identity_mappings: [document],
    });
  });

  test('a response without the changed gateway is completed by loading it', async () => {
    respond({ data: [aGateway] });
    respond({ code: 'success', data: [] });
    respond({ data: [aGateway] });
    const changed = await mutate(streamGatewayMutations.update(manager), {
      id: 'g',
      settings: { name: 'N' },
      isCurrent: () => true,
    });
    expect(changed).toMatchObject({ id: 'g', name: 'Beamline' });
    expect(sent.map(({ method }) => method)).toEqual(['GET', 'PATCH', 'GET']);
  });

  test('a gateway that someone else changed meanwhile is not overwritten', async () => {
    respond({ data: [{ ...aGateway, display_name: 'Renamed' }] });
    const change = { id: 'g', settings: { lanName: null }, isCurrent: () => false };
    await expect(mutate(streamGatewayMutations.update(manager), change)).rejects.toMatchObject({
      name: 'GatewayChangedError',
      gateway: { id: 'g', name: 'Renamed' },
    });
    expect(sent.map(({ method }) => method)).toEqual(['GET']);
  });

  test('a gateway that no longer exists counts as deleted; a refusal doesn’t', async () => {
    respond({ code: 'not_found' }, 404);
    await expect(mutate(streamGatewayMutations.delete(manager), 'g')).resolves.toBeNull();
    respond({ code: 'permission_denied' }, 403);
    await expect(mutate(streamGatewayMutations.delete(manager), 'g')).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });
});

test('the description of a GCS Manager is found among its connectors, and requested without a token', async () => {
  respond({ data: [{ DATA_TYPE: 'connector#1.0.0', id: 'c' }, managerInfo] });
  const info = await client.fetchQuery(managerInfoQueries.detail(manager));
  expect(info).toMatchObject({ managerVersion: '5.4.90', domainName: 'abc.data.globus.org' });
  expect(sent[0]?.url).toBe('https://gcs.example/api/info');
  expect(Object.keys(sent[0]?.headers ?? {})).not.toContain('Authorization');
  expect(getAccessToken).not.toHaveBeenCalled();
});

test('nodes and roles are read as this dashboard names them', async () => {
  respond({ data: [aNode, { ...aNode, id: 'n2', internal_stream_port_range: ['a'] }] });
  const nodes = await client.fetchQuery(endpointNodeQueries.list(manager));
  expect(nodes.items.map((node) => node.internalStreamPorts)).toEqual([
    { first: 50_000, last: 51_000 },
    null,
  ]);
  expect(nodes.items[0]?.lanAddresses).toEqual([{ address: '10.0.0.7', networkName: 'beamline' }]);
  respond({ data: [aRole, { ...aRole, id: 's', principal: 'everybody' }] });
  const roles = await client.fetchQuery(endpointRoleQueries.list(manager));
  expect(roles.items.map(({ principal }) => principal)).toEqual([
    { kind: 'identity', id: '00000000-0000-4000-8000-000000000001' },
    { kind: 'unknown', text: 'everybody' },
  ]);
});

test('a LAN secret is in the result of its mutation, and in no query, log or cache', async () => {
  respond({ data: [aLanSecret] }, 201);
  const observer = new MutationObserver(client, lanSecretMutations.create(manager));
  const stopObserving = observer.subscribe(() => undefined);
  const created = await observer.mutate({ tunnelId: 't', accessPointId: 'a', expiresInMinutes: 60 });
  expect(lastBody()).toEqual({
    DATA_TYPE: 'lan_secret_create#1.0.0',
    tunnel_id: 't',
    stream_access_point_id: 'a',
    expires_in_mins: 60,
  });
  expect(created).toMatchObject({ secret: 'never-shown-again', expiresAtMs: 1_800_000_000_000 });
  stopObserving();
  observer.reset();
  await vi.waitFor(() => expect(client.getMutationCache().getAll()).toEqual([]));
  expect(JSON.stringify([client.getQueryCache().getAll(), requestLog()])).not.toContain('never-shown-again');
  respond({ code: 'not_found' }, 404);
  await expect(mutate(lanSecretMutations.delete(manager), 'l')).resolves.toBeUndefined();
});
