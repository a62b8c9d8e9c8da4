import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { gatewaysOfAccessPoint } from '../domain/site/streamGateway.ts';
import { setSessionForTests } from './http/sessionForTests.ts';
import { streamGatewayQueries } from './streamGateways.ts';

afterEach(() => vi.unstubAllGlobals());

const gateway = (id: string, name: string, more = {}) => ({ id, display_name: name, ...more });

test('reads every page with the endpoint’s own token, and leaves out what is deleted', async () => {
  const getAccessToken = vi.fn(async () => 'token');
  setSessionForTests({ getAccessToken });
  const requested: string[] = [];
  const pages: Record<string, object> = {
    '': { data: [gateway('a', 'North '), gateway('b', 'South')], has_next_page: true, marker: 'm 2' },
    '?marker=m+2': { data: [gateway('c', 'North', { deleted: true }), { id: 7 }], has_next_page: false },
  };
  vi.stubGlobal('fetch', async (url: string) => {
    requested.push(url);
    return Response.json(pages[new URL(url).search]);
  });
  const query = streamGatewayQueries.ofEndpoint('endpoint', 'https://gcs.example');
  const { items, unreadable } = await new QueryClient().fetchQuery(query);
  expect(requested).toEqual([
    'https://gcs.example/api/stream_gateways',
    'https://gcs.example/api/stream_gateways?marker=m+2',
  ]);
  expect(getAccessToken).toHaveBeenCalledWith('endpoint');
  expect([items.map(({ id }) => id), unreadable]).toEqual([['a', 'b'], 1]);
  expect(gatewaysOfAccessPoint('North', items).map(({ id }) => id)).toEqual(['a']);
  expect(gatewaysOfAccessPoint('East', items)).toEqual([]);
});
