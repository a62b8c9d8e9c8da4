import { MutationObserver, QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { documents, resource, sent, setUpFakeTransfer, T } from './fakeTransferForTests.ts';
import type { TunnelList } from './list/list.ts';
import { tunnelMutations } from './tunnelMutations.ts';
import { tunnelQueries } from './tunnels.ts';

setUpFakeTransfer();

let client: QueryClient;
beforeEach(() => {
  client = new QueryClient();
});
afterEach(() => client.clear());

describe('list', () => {
  test('follows only the query of a next link, wherever it points', async () => {
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

  test('counts unreadable items and keeps the others', async () => {
    const data = [null, 7, {}, { id: 'no-attributes' }, { attributes: {} }, resource('good'), resource('')];
    documents[`GET ${T}/v2/tunnels`] = { data };
    const list = await client.fetchQuery(tunnelQueries.list());
    expect(list).toMatchObject({ tunnels: [{ id: 'good' }], unreadable: 6 });
  });

  test('a tunnel that didn’t change keeps its identity', async () => {
    documents[`GET ${T}/v2/tunnels`] = { data: [resource('a'), resource('b')] };
    await client.fetchQuery(tunnelQueries.list());
    const before = client.getQueryData<TunnelList>(tunnelQueries.list().queryKey);
    documents[`GET ${T}/v2/tunnels`] = { data: [resource('a'), resource('b', { state: 'STOPPING' })] };
    await client.fetchQuery(tunnelQueries.list());
    const after = client.getQueryData<TunnelList>(tunnelQueries.list().queryKey);
    expect(after?.tunnels[0]).toBe(before?.tunnels[0]);
    expect(after?.tunnels[1]?.state).toBe('STOPPING');
  });

  test('remembers since when each tunnel has been transitional', async () => {
    const sinceMsAfter = async (now: number, ...data: unknown[]) => {
      vi.setSystemTime(now);
      documents[`GET ${T}/v2/tunnels`] = { data };
      await client.fetchQuery(tunnelQueries.list());
      return client.getQueryData(tunnelQueries.list().queryKey)?.transitionalSinceMs;
    };
    vi.useFakeTimers({ toFake: ['Date'] });
    const [a, b] = [resource('a', { state: 'STOPPING' }), resource('b', { state: 'STOPPING' })];
    expect(await sinceMsAfter(1000, a, resource('b'))).toEqual({ a: 1000 });
    expect(await sinceMsAfter(2000, a, b)).toEqual({ a: 1000, b: 2000 });
    expect(await sinceMsAfter(3000, b)).toEqual({ b: 2000 });
    expect(await sinceMsAfter(4000, a, b)).toEqual({ a: 4000, b: 2000 });
  });
});

describe('detail', () => {
  test('has every field of the document', async () => {
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
    expect((await client.fetchQuery(tunnelQueries.detail('t 1/..'))).tunnel).toEqual({
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
    expect((await client.fetchQuery(tunnelQueries.detail('t'))).tunnel).toMatchObject(expected);
  });

  test('starts with what the list knows about the tunnel, and since when', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1000 });
    documents[`GET ${T}/v2/tunnels`] = { data: [resource('t', { state: 'STOPPING' }), resource('u')] };
    await client.fetchQuery(tunnelQueries.list());
    vi.setSystemTime(9000);
    await client.fetchQuery(tunnelQueries.list());
    const initial = (id: string) => new QueryObserver(client, tunnelQueries.seededDetail(client, id));
    expect(initial('t').getCurrentResult()).toMatchObject({
      data: { tunnel: { id: 't' }, stateSinceMs: 1000 },
      dataUpdatedAt: 9000,
    });
    expect(initial('u').getCurrentResult().data).toMatchObject({ tunnel: { id: 'u' }, stateSinceMs: 9000 });
    expect(initial('v').getCurrentResult().data).toBeUndefined();
  });

  test('remembers since when the tunnel has been in its state', async () => {
    const sinceMsAfter = async (now: number, attributes: Record<string, unknown>) => {
      vi.setSystemTime(now);
      documents[`GET ${T}/v2/tunnels/t`] = { data: resource('t', attributes) };
      await client.fetchQuery(tunnelQueries.detail('t'));
      return client.getQueryData(tunnelQueries.detail('t').queryKey)?.stateSinceMs;
    };
    vi.useFakeTimers({ toFake: ['Date'] });
    expect(await sinceMsAfter(1000, { state: 'AWAITING_LISTENER' })).toBe(1000);
    expect(await sinceMsAfter(2000, { state: 'AWAITING_LISTENER', label: 'New' })).toBe(1000);
    const contact = { listener_ip_address: '::1', listener_port: 80 };
    expect(await sinceMsAfter(3000, { state: 'AWAITING_LISTENER', ...contact })).toBe(3000);
    expect(await sinceMsAfter(4000, { state: 'ACTIVE', ...contact })).toBe(4000);
    expect(await sinceMsAfter(5000, { state: 'ACTIVE', ...contact })).toBe(4000);
    documents[`PATCH ${T}/v2/tunnels/t`] = { data: resource('t', { state: 'STOPPING', ...contact }) };
    await new MutationObserver(client, tunnelMutations.stop()).mutate('t');
    expect(await sinceMsAfter(6000, { state: 'STOPPING', ...contact })).toBe(5000);
  });

  test('its document is invalidated with it, and with all tunnels', async () => {
    documents[`GET ${T}/v2/tunnels/t`] = { data: resource('t') };
    const { queryKey } = tunnelQueries.document('t');
    for (const ancestor of [tunnelQueries.detail('t').queryKey, tunnelQueries.all()]) {
      await client.fetchQuery(tunnelQueries.document('t'));
      await client.invalidateQueries({ queryKey: ancestor });
      expect(client.getQueryState(queryKey)?.isInvalidated).toBe(true);
    }
  });

  test.each([
    [null],
    ['x'],
    [{}],
    [{ owner: null, listener: { data: null }, initiator: { data: { id: 5 } } }],
  ])('without IDs in relationships %j', async (relationships) => {
    documents[`GET ${T}/v2/tunnels/t`] = { data: resource('t', {}, relationships) };
    const unknown = { ownerId: null, listenerAccessPointId: null, initiatorAccessPointId: null };
    expect((await client.fetchQuery(tunnelQueries.detail('t'))).tunnel).toMatchObject(unknown);
  });
});
