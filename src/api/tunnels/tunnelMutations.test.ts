import {
  MutationObserver,
  type MutationObserverOptions,
  onlineManager,
  QueryClient,
} from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { documents, resource, sent, setUpFakeTransfer, T } from './fakeTransferForTests.ts';
import type { TunnelList } from './list/list.ts';
import { requestedStops } from './requestedStops.ts';
import { tunnelMutations } from './tunnelMutations.ts';
import { tunnelQueries } from './tunnels.ts';

setUpFakeTransfer();

let client: QueryClient;
beforeEach(() => {
  client = new QueryClient();
});
afterEach(() => client.clear());

const run = <TData, TVariables, TBefore>(
  options: MutationObserverOptions<TData, Error, TVariables, TBefore>,
  variables: TVariables,
) => new MutationObserver(client, options).mutate(variables);

const tunnelRequest = {
  submissionId: 's',
  label: null,
  lifetimeMinutes: 60,
  restartable: false,
  initiatorAccessPointId: 'i',
  listenerAccessPointId: 'l',
  listenerContact: null,
};

test('create sends the documented request, fills the cache and invalidates the list', async () => {
  documents[`POST ${T}/v2/tunnels`] = { data: resource('new', { state: 'UNINITIALIZED' }) };
  client.setQueryData(tunnelQueries.list().queryKey, {
    tunnels: [],
    unreadable: 0,
    transitionalSinceMs: {},
  });
  const tunnel = await run(tunnelMutations.create(), {
    ...tunnelRequest,
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
  expect(client.getQueryData(tunnelQueries.detail('new').queryKey)?.tunnel).toEqual(tunnel);
  expect(client.getQueryState(tunnelQueries.list().queryKey)?.isInvalidated).toBe(true);
});

test('create without a listener address omits it, and isn’t retried after “not found”', async () => {
  await expect(run(tunnelMutations.create(), tunnelRequest)).rejects.toMatchObject({ kind: 'not-found' });
  expect(sent.filter(({ call }) => call.startsWith('POST'))).toHaveLength(1);
  expect(JSON.stringify(sent[0]?.body)).not.toContain('listener_ip_address');
});

test('setListener doesn’t send the label', async () => {
  documents[`PATCH ${T}/v2/tunnels/t`] = { data: resource('t', { label: 'Server' }) };
  await run(tunnelMutations.setListener('t'), { host: '::1', port: 80 });
  const attributes = { listener_ip_address: '::1', listener_port: 80 };
  expect(sent[0]?.body).toEqual({ data: { type: 'Tunnel', attributes } });
  expect(client.getQueryData(tunnelQueries.detail('t').queryKey)?.tunnel.label).toBe('Server');
});

test.each(['Mine', null])('rename to %j ends with the label in the response', async (label) => {
  documents[`PATCH ${T}/v2/tunnels/t`] = { data: resource('t', { label: 'Server' }) };
  await run(tunnelMutations.rename('t'), label);
  expect(sent[0]?.body).toEqual({ data: { type: 'Tunnel', attributes: { label } } });
  expect(client.getQueryData(tunnelQueries.detail('t').queryKey)?.tunnel.label).toBe('Server');
});

test('stop', async () => {
  documents[`PATCH ${T}/v2/tunnels/t`] = { data: resource('t', { state: 'STOPPING' }) };
  await run(tunnelMutations.stop(), 't');
  expect(sent[0]?.body).toEqual({ data: { type: 'Tunnel', attributes: { state: 'STOPPING' } } });
  expect(client.getQueryData(tunnelQueries.detail('t').queryKey)?.tunnel.state).toBe('STOPPING');
});

test('a stop that was rejected isn’t remembered; after a 5xx it may have succeeded', async () => {
  documents[`PATCH ${T}/v2/tunnels/u`] = new Response(null, { status: 403 });
  await expect(run(tunnelMutations.stop(), 'u')).rejects.toMatchObject({ kind: 'forbidden' });
  expect(requestedStops().has('u')).toBe(false);
  documents[`PATCH ${T}/v2/tunnels/u`] = new Response(null, { status: 502 });
  await expect(run(tunnelMutations.stop(), 'u')).rejects.toMatchObject({ kind: 'unavailable' });
  expect(requestedStops().has('u')).toBe(true);
});

test.each([
  ['500', () => Response.json({}, { status: 500 })],
  ['a cut connection', () => Promise.reject(new TypeError('Failed to fetch'))],
])('a stop whose response is lost (%s) is done when the tunnel shows it', async (_what, response) => {
  const passOn = globalThis.fetch;
  vi.stubGlobal('fetch', (url: string, init: RequestInit) =>
    init.method === 'PATCH' ? response() : passOn(url, init),
  );
  documents[`GET ${T}/v2/tunnels/lost`] = { data: resource('lost', { state: 'STOPPING' }) };
  await expect(run(tunnelMutations.stop(), 'lost')).resolves.toMatchObject({ state: 'STOPPING' });
  expect(requestedStops().has('lost')).toBe(true);
});

test('a conflict after a lost response is no rejection: the tunnel is stopping', async () => {
  documents[`PATCH ${T}/v2/tunnels/again`] = new Response(null, { status: 503 });
  await expect(run(tunnelMutations.stop(), 'again')).rejects.toMatchObject({ kind: 'unavailable' });
  expect(sent).toHaveLength(1);
  documents[`PATCH ${T}/v2/tunnels/again`] = new Response(null, { status: 409 });
  documents[`GET ${T}/v2/tunnels/again`] = { data: resource('again', { state: 'STOPPED' }) };
  await expect(run(tunnelMutations.stop(), 'again')).resolves.toMatchObject({ state: 'STOPPED' });
  expect(requestedStops().has('again')).toBe(true);
});

test('a conflict although this is the first request: the browser may have sent it twice', async () => {
  documents[`PATCH ${T}/v2/tunnels/other`] = new Response(null, { status: 409 });
  documents[`GET ${T}/v2/tunnels/other`] = { data: resource('other', { state: 'ACTIVE' }) };
  await expect(run(tunnelMutations.stop(), 'other')).rejects.toMatchObject({ kind: 'conflict' });
  expect(requestedStops().has('other')).toBe(false);
  documents[`GET ${T}/v2/tunnels/other`] = { data: resource('other', { state: 'STOPPED' }) };
  await expect(run(tunnelMutations.stop(), 'other')).rejects.toMatchObject({ kind: 'conflict' });
  expect(requestedStops().has('other')).toBe(true);
  documents[`PATCH ${T}/v2/tunnels/third`] = new Response(null, { status: 409 });
  documents[`GET ${T}/v2/tunnels/third`] = { data: resource('third', { state: 'STOPPING' }) };
  await expect(run(tunnelMutations.stop(), 'third')).resolves.toMatchObject({ state: 'STOPPING' });
});

test.each([
  ['204', () => new Response(null, { status: 204 })],
  ['202 with nothing', () => new Response('', { status: 202 })],
  ['200 with meta alone', () => Response.json({ meta: { request_id: 'r' } })],
])('after a change with response %s, the tunnel is fetched', async (_what, response) => {
  documents[`PATCH ${T}/v2/tunnels/t`] = response();
  documents[`GET ${T}/v2/tunnels/t`] = { data: resource('t', { state: 'STOPPING' }) };
  await run(tunnelMutations.stop(), 't');
  expect(sent.map(({ call }) => call)).toEqual([`PATCH ${T}/v2/tunnels/t`, `GET ${T}/v2/tunnels/t`]);
  expect(client.getQueryData(tunnelQueries.detail('t').queryKey)?.tunnel.state).toBe('STOPPING');
});

test.each([
  ['rename', () => run(tunnelMutations.rename('t'), 'New')],
  ['setListener', () => run(tunnelMutations.setListener('t'), { host: '::1', port: 80 })],
  ['stop', () => run(tunnelMutations.stop(), 't')],
  ['delete', () => run(tunnelMutations.delete(), 't')],
])('%s fails at once without a network, and isn’t sent when the network is back', async (_name, mutate) => {
  onlineManager.setOnline(false);
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  await expect(mutate()).rejects.toMatchObject({ kind: 'network' });
  onlineManager.setOnline(true);
  await client.resumePausedMutations();
  expect(sent).toEqual([]);
});

test('create waits for the network, and isn’t sent if it is canceled meanwhile', async () => {
  onlineManager.setOnline(false);
  const controller = new AbortController();
  const observer = new MutationObserver(client, tunnelMutations.create());
  const creation = observer.mutate({ ...tunnelRequest, signal: controller.signal });
  await vi.waitFor(() => expect(observer.getCurrentResult().isPaused).toBe(true));
  controller.abort();
  const outcome = expect(creation).rejects.toMatchObject({ name: 'AbortError' });
  onlineManager.setOnline(true);
  await client.resumePausedMutations();
  await outcome;
  expect(sent).toEqual([]);
});

test('a tunnel that is not found counts as deleted', async () => {
  await expect(run(tunnelMutations.delete(), 't')).resolves.toBeUndefined();
  documents[`DELETE ${T}/v2/tunnels/t`] = new Response(null, { status: 409 });
  await expect(run(tunnelMutations.delete(), 't')).rejects.toMatchObject({ kind: 'conflict' });
});

test.each([
  ['null and meta', () => Response.json({ data: null, meta: { request_id: 'r' } })],
  ['meta alone', () => Response.json({ meta: { request_id: 'r' } })],
  ['nothing', () => new Response(null, { status: 204 })],
])('a deletion may be answered with %s', async (_what, response) => {
  documents[`DELETE ${T}/v2/tunnels/t`] = response();
  await expect(run(tunnelMutations.delete(), 't')).resolves.toBeUndefined();
});

test('delete removes the tunnel from the list, and keeps what its own page shows', async () => {
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
