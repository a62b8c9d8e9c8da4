import { expect, test } from 'vitest';
import {
  ACCESS_POINT_IDS,
  ENDPOINT_IDS,
  fetchGcs,
  fetchTransfer,
  sandboxForTests,
  tunnelBody,
} from '../sandboxForTests.ts';

const sandbox = sandboxForTests();

async function control(method: string, path: string, body: object) {
  const init = { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(new URL(path, sandbox().control), init);
  return { status: response.status, body: await response.json() };
}

test('creates 500 endpoints, which their owner administers', async () => {
  const { status, body } = await control('POST', '/endpoints', { count: 500 });
  expect([status, new Set(body.ids).size]).toEqual([201, 500]);
  const asOwner = { persona: 'administrator' } as const;
  const { body: points } = await fetchTransfer(
    sandbox(),
    '/v2/stream_access_points?filter[endpoint_admin]=true&page[limit]=1000',
    asOwner,
  );
  expect(points.data.length).toBeGreaterThanOrEqual(500);
  const endpoint = await fetchTransfer(sandbox(), `/v0.10/endpoint/${body.ids[0]}`, asOwner);
  expect(endpoint.body.my_effective_roles).toEqual(['administrator']);
});

test('creates 200 gateways on an endpoint, with a policy', async () => {
  const id = ENDPOINT_IDS.northfield;
  const policy = { allowed_domains: ['lab.example'] };
  const { body } = await control('POST', `/endpoints/${id}/gateways`, { count: 200, name: 'Bulk', policy });
  expect(body.ids).toHaveLength(200);
  const { data } = (await fetchGcs(sandbox(), id, '/stream_gateways?page_size=1000')).body;
  const bulk = data.filter(({ display_name: name }: { display_name: string }) => name.startsWith('Bulk '));
  expect(bulk).toHaveLength(200);
  expect(bulk[0].allowed_domains).toEqual(['lab.example']);
  const unknown = await control('POST', '/endpoints/e0000000-0000-4000-8000-00000000ffff/gateways', {});
  expect(unknown.status).toBe(404);
});

test('changes an endpoint, such as its subscription', async () => {
  const { status } = await control('PATCH', `/endpoints/${ENDPOINT_IDS.northfield}`, {
    subscriptionId: null,
  });
  expect(status).toBe(200);
  const created = await fetchTransfer(sandbox(), '/v2/tunnels', {
    method: 'POST',
    body: tunnelBody({ listener: ACCESS_POINT_IDS.northfield }),
  });
  expect(created.body.errors[0].code).toBe('SubscriptionRequired');
  expect((await control('PATCH', `/endpoints/${ENDPOINT_IDS.northfield}`, { subscription: 1 })).status).toBe(
    400,
  );
});
