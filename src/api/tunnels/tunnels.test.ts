import { MutationObserver, type MutationObserverOptions, QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parseConfig, setRuntimeConfig } from '../../config/runtimeConfig.ts';
import type { TunnelList } from './list/list.ts';
import { requestedStops } from './requestedStops.ts';
import { tunnelMutations } from './tunnelMutations.ts';
import { tunnelQueries } from './tunnels.ts';

vi.mock('../../session/session.ts', () => ({
  getAccessToken: async () => 'token',
  reportUnauthorized: async () => false,
}));

const T = 'https://transfer.example';
const documents: Record<string, unknown> = {};
const sent: { call: string; body: unknown }[] = [];
let client: QueryClient;

beforeEach(() => {
  const config = parseConfig({ clientId: 'c', transferUrl: T }, 'https://app.example/');
  if (!Array.isArray(config)) setRuntimeConfig(config);
  vi.stubGlobal('fetch', async (url: string, { method, body }: RequestInit) => {
    const call = `${method} ${decodeURIComponent(url)}`;
    sent.push({ call, body: typeof body === 'string' ? JSON.parse(body) : null });
    const document = documents[call];
    if (document instanceof Response) return document;
    return call in documents ? Response.json(document) : Response.json({}, { status: 404 });
  });
  client = new QueryClient();
});

afterEach(() => {
  for (const call of Object.keys(documents)) delete documents[call];
  sent.length = 0;
  client.clear();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const resource = (
  id: string,
  attributes: Record<string, unknown> = {},
  relationships: unknown = undefined,
) => ({
  type: 'Tunnel',
  id,
  attributes: { state: 'ACTIVE', status: 'fine', ...attributes },
  relationships,
});

const run = <TData, TVariables, TBefore>(
  options: MutationObserverOptions<TData, Error, TVariables, TBefore>,
  variables: TVariables,
) => new MutationObserver(client, options).mutate(variables);

describe('list', () => {
  test('follows next links by their query alone, wherever they point', async () => {
    documents[`GET ${T}/v2/tunnels`] = {
      data: [resource('a')],
      links: { next: 'https://evil.example/steal?page[marker]=m2' },
    };
    documents[`GET ${T}/v2/tunnels?page[marker]=m2`] = {
      data: [resource('b')],
      links: { next: '/v2/tunnels?page[marker]=m3' },
    };
    documents[`GET ${T}/v2/tunnels?page[marker]=m3`] = { data: [resource('c')], links: null };
    const { tunnels } = await client.fetchQuery(tunnelQueries.list());
    expect(tunnels.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(sent).toHaveLength(3);
  });

  test.each([
    [undefined],
    [null],
    [{}],
    [{ next: null }],
    [{ next: '' }],
    [{ next: 'http://[' }],
    [{ next: '/v2/tunnels' }],
    ['x'],
  ])('ends with links %j', async (links) => {
    documents[`GET ${T}/v2/tunnels`] = { data: [], links };
    await expect(client.fetchQuery(tunnelQueries.list())).resolves.toMatchObject({ tunnels: [] });
  });

  test('counts what it cannot read and keeps the rest', async () => {
    const data = [null, 7, {}, { id: 'no-attributes' }, { attributes: {} }, resource('good'), resource('')];
    documents[`GET ${T}/v2/tunnels`] = { data };
    const list = await client.fetchQuery(tunnelQueries.list());
    expect(list).toMatchObject({ tunnels: [{ id: 'good' }], unreadable: 6 });
  });

  test('what does not change stays the same object', async () => {
    documents[`GET ${T}/v2/tunnels`] = { data: [resource('a'), resource('b')] };
    await client.fetchQuery(tunnelQueries.list());
    const before = client.getQueryData<TunnelList>(tunnelQueries.list().queryKey);
    documents[`GET ${T}/v2/tunnels`] = { data: [resource('a'), resource('b', { state: 'STOPPING' })] };
    await client.fetchQuery(tunnelQueries.list());
    const after = client.getQueryData<TunnelList>(tunnelQueries.list().queryKey);
    expect(after?.tunnels[0]).toBe(before?.tunnels[0]);
    expect(after?.tunnels[1]?.state).toBe('STOPPING');
  });

  test('remembers since when each tunnel settles', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1000 });
    documents[`GET ${T}/v2/tunnels`] = { data: [resource('a', { state: 'STOPPING' }), resource('b')] };
    expect((await client.fetchQuery(tunnelQueries.list())).transitionalSinceMs).toEqual({ a: 1000 });
    vi.setSystemTime(2000);
    documents[`GET ${T}/v2/tunnels`] = {
      data: [resource('a', { state: 'STOPPING' }), resource('b', { state: 'STOPPING' })],
    };
    expect((await client.fetchQuery(tunnelQueries.list())).transitionalSinceMs).toEqual({ a: 1000, b: 2000 });
    documents[`GET ${T}/v2/tunnels`] = { data: [resource('b', { state: 'STOPPING' })] };
    expect((await client.fetchQuery(tunnelQueries.list())).transitionalSinceMs).toEqual({ b: 2000 });
  });
});

describe('detail', () => {
  test('maps every field', async () => {
    documents[`GET ${T}/v2/tunnels/t 1/..`] = {
      data: resource(
        't 1/..',
        {
          submission_id: 's',
          label: 'Label',
          lifetime_mins: 360,
          restartable: true,
          listener_ip_address: '192.0.2.1',
          listener_port: 5000,
          initiator_ip_address: '::1',
          initiator_port: 6000,
          created_time: '2025-12-12T21:11:50.525278',
          unheardOf: true,
        },
        { listener: { data: { id: 'l' } }, initiator: { data: { id: 'i' } }, owner: { data: { id: 'o' } } },
      ),
    };
    expect(await client.fetchQuery(tunnelQueries.detail('t 1/..'))).toEqual({
      id: 't 1/..',
      label: 'Label',
      state: 'ACTIVE',
      stateText: 'ACTIVE',
      status: 'fine',
      createdAtMs: Date.UTC(2025, 11, 12, 21, 11, 50, 525),
      lifetimeMinutes: 360,
      restartable: true,
      listenerContact: { host: '192.0.2.1', port: 5000 },
      initiatorContact: { host: '::1', port: 6000 },
      initiatorAccessPointId: 'i',
      listenerAccessPointId: 'l',
      ownerId: 'o',
      submissionId: 's',
    });
  });

  test.each([
    [{ state: 'PAUSED' }, { state: 'unknown', stateText: 'PAUSED' }],
    [
      { state: 7, status: null },
      { state: 'unknown', stateText: '', status: '' },
    ],
    [{ listener_ip_address: '::1' }, { listenerContact: null }],
    [{ listener_ip_address: '[::1]', listener_port: 9 }, { listenerContact: { host: '::1', port: 9 } }],
    [{ listener_ip_address: '::1', listener_port: 0 }, { listenerContact: null }],
    [{ listener_ip_address: '::1', listener_port: 1.5 }, { listenerContact: null }],
    [{ created_time: 'soon' }, { createdAtMs: null }],
    [{ lifetime_mins: -1.5 }, { lifetimeMinutes: null }],
    [{ lifetime_mins: 0 }, { lifetimeMinutes: null }],
    [
      { lifetime_mins: '360', label: 5, restartable: 'yes' },
      { lifetimeMinutes: null, label: null, restartable: false },
    ],
  ])('%j becomes %j', async (attributes, expected) => {
    documents[`GET ${T}/v2/tunnels/t`] = { data: resource('t', attributes) };
    expect(await client.fetchQuery(tunnelQueries.detail('t'))).toMatchObject(expected);
  });

  test.each([
    [null],
    ['x'],
    [{}],
    [{ owner: null, listener: { data: null }, initiator: { data: { id: 5 } } }],
  ])('relationships %j leave ids unknown', async (relationships) => {
    documents[`GET ${T}/v2/tunnels/t`] = { data: resource('t', {}, relationships) };
    const unknown = { ownerId: null, listenerAccessPointId: null, initiatorAccessPointId: null };
    expect(await client.fetchQuery(tunnelQueries.detail('t'))).toMatchObject(unknown);
  });
});

describe('mutations', () => {
  const wanted = {
    submissionId: 's',
    label: null,
    lifetimeMinutes: 60,
    restartable: false,
    initiatorAccessPointId: 'i',
    listenerAccessPointId: 'l',
    listenerContact: null,
  };

  test('create sends the document of the contract, fills the cache and has the list read anew', async () => {
    documents[`POST ${T}/v2/tunnels`] = { data: resource('new', { state: 'UNINITIALIZED' }) };
    client.setQueryData(tunnelQueries.list().queryKey, {
      tunnels: [],
      unreadable: 0,
      transitionalSinceMs: {},
    });
    const tunnel = await run(tunnelMutations.create(), {
      ...wanted,
      listenerContact: { host: '::1', port: 80 },
    });
    expect(sent[0]?.body).toEqual({
      data: {
        type: 'Tunnel',
        attributes: {
          submission_id: 's',
          label: null,
          lifetime_mins: 60,
          restartable: false,
          listener_ip_address: '::1',
          listener_port: 80,
        },
        relationships: {
          initiator: { data: { type: 'StreamAccessPoint', id: 'i' } },
          listener: { data: { type: 'StreamAccessPoint', id: 'l' } },
        },
      },
    });
    expect(client.getQueryData(tunnelQueries.detail('new').queryKey)).toEqual(tunnel);
    expect(client.getQueryState(tunnelQueries.list().queryKey)?.isInvalidated).toBe(true);
  });

  test('a creation without a contact says nothing about one, and a failed one is not repeated', async () => {
    await expect(run(tunnelMutations.create(), wanted)).rejects.toMatchObject({ kind: 'not-found' });
    expect(sent.filter(({ call }) => call.startsWith('POST'))).toHaveLength(1);
    expect(JSON.stringify(sent[0]?.body)).not.toContain('listener_ip_address');
  });

  test('giving the listener’s contact says nothing about the label', async () => {
    documents[`PATCH ${T}/v2/tunnels/t`] = { data: resource('t', { label: 'Server' }) };
    await run(tunnelMutations.setListener('t'), { host: '::1', port: 80 });
    const attributes = { listener_ip_address: '::1', listener_port: 80 };
    expect(sent[0]?.body).toEqual({ data: { type: 'Tunnel', attributes } });
    expect(client.getQueryData(tunnelQueries.detail('t').queryKey)?.label).toBe('Server');
  });

  test.each(['Mine', null])('rename to %j ends with the label that the server answers', async (label) => {
    documents[`PATCH ${T}/v2/tunnels/t`] = { data: resource('t', { label: 'Server' }) };
    await run(tunnelMutations.rename('t'), label);
    expect(sent[0]?.body).toEqual({ data: { type: 'Tunnel', attributes: { label } } });
    expect(client.getQueryData(tunnelQueries.detail('t').queryKey)?.label).toBe('Server');
  });

  test('stop', async () => {
    documents[`PATCH ${T}/v2/tunnels/t`] = { data: resource('t', { state: 'STOPPING' }) };
    await run(tunnelMutations.stop(), 't');
    expect(sent[0]?.body).toEqual({ data: { type: 'Tunnel', attributes: { state: 'STOPPING' } } });
    expect(client.getQueryData(tunnelQueries.detail('t').queryKey)?.state).toBe('STOPPING');
  });

  test('a stop that was refused was not asked for; one whose answer is lost may have been', async () => {
    documents[`PATCH ${T}/v2/tunnels/t`] = new Response(null, { status: 403 });
    await expect(run(tunnelMutations.stop(), 't')).rejects.toMatchObject({ kind: 'forbidden' });
    expect(requestedStops().has('t')).toBe(false);
    documents[`PATCH ${T}/v2/tunnels/t`] = new Response(null, { status: 502 });
    await expect(run(tunnelMutations.stop(), 't')).rejects.toMatchObject({ kind: 'unavailable' });
    expect(requestedStops().has('t')).toBe(true);
  });

  test.each([
    ['204', () => new Response(null, { status: 204 })],
    ['202 with nothing', () => new Response('', { status: 202 })],
    ['200 with meta alone', () => Response.json({ meta: { request_id: 'r' } })],
  ])('a change answered with %s: the tunnel is read', async (_what, answer) => {
    documents[`PATCH ${T}/v2/tunnels/t`] = answer();
    documents[`GET ${T}/v2/tunnels/t`] = { data: resource('t', { state: 'STOPPING' }) };
    await run(tunnelMutations.stop(), 't');
    expect(sent.map(({ call }) => call)).toEqual([`PATCH ${T}/v2/tunnels/t`, `GET ${T}/v2/tunnels/t`]);
    expect(client.getQueryData(tunnelQueries.detail('t').queryKey)?.state).toBe('STOPPING');
  });

  test('what is gone already is deleted: an answer may have been lost', async () => {
    await expect(run(tunnelMutations.delete(), 't')).resolves.toBeUndefined();
    documents[`DELETE ${T}/v2/tunnels/t`] = new Response(null, { status: 409 });
    await expect(run(tunnelMutations.delete(), 't')).rejects.toMatchObject({ kind: 'conflict' });
  });

  test('remove takes it from the list and keeps what its own page shows', async () => {
    documents[`GET ${T}/v2/tunnels`] = { data: [resource('t'), resource('u')] };
    documents[`GET ${T}/v2/tunnels/t`] = { data: resource('t') };
    documents[`DELETE ${T}/v2/tunnels/t`] = { meta: { request_id: 'r' } };
    await client.fetchQuery(tunnelQueries.list());
    await client.fetchQuery(tunnelQueries.detail('t'));
    await run(tunnelMutations.delete(), 't');
    const list = client.getQueryData<TunnelList>(tunnelQueries.list().queryKey);
    expect(list?.tunnels.map(({ id }) => id)).toEqual(['u']);
    expect(client.getQueryState(tunnelQueries.list().queryKey)?.isInvalidated).toBe(true);
    expect(client.getQueryState(tunnelQueries.detail('t').queryKey)?.isInvalidated).toBe(false);
  });
});
