import { expect, test } from 'vitest';
import { createTunnelViaApi, fetchTransfer, sandboxForTests, tunnelBody } from '../sandboxForTests.ts';

const sandbox = sandboxForTests();
const post = (body: unknown, headers = {}) =>
  fetchTransfer(sandbox(), '/v2/tunnels', { method: 'POST', body, headers });

/** Sends a request and returns the field and type of each validation issue. */
async function issuesOf(body: unknown, headers = {}): Promise<[string, string][]> {
  const response = await post(body, headers);
  expect(response.status).toBe(422);
  expect(Object.keys(response.body)).toEqual(['detail', 'meta']);
  return response.body.detail.map(({ loc, type }: { loc: (string | number)[]; type: string }) => [
    loc.join('.'),
    type,
  ]);
}
const ATTRIBUTES = 'body.data.attributes';

test.each([
  [{ label: 5 }, 'label', 'string_type'],
  [{ label: 'x'.repeat(129) }, 'label', 'string_too_long'],
  [{ lifetime_mins: 0 }, 'lifetime_mins', 'greater_than_equal'],
  [{ lifetime_mins: 10_081 }, 'lifetime_mins', 'less_than_equal'],
  [{ lifetime_mins: 1.5 }, 'lifetime_mins', 'int_from_float'],
  [{ lifetime_mins: 'soon' }, 'lifetime_mins', 'int_parsing'],
  [{ lifetime_mins: [] }, 'lifetime_mins', 'int_type'],
  [{ restartable: 'maybe' }, 'restartable', 'bool_parsing'],
  [{ restartable: null }, 'restartable', 'bool_type'],
  [{ submission_id: 'mine' }, 'submission_id', 'uuid_parsing'],
  [{ submission_id: 7 }, 'submission_id', 'uuid_type'],
  [{ listener_ip_address: 'host.example', listener_port: 9 }, 'listener_ip_address', 'ip_any_address'],
  [{ listener_ip_address: '::1', listener_port: 65_536 }, 'listener_port', 'less_than_equal'],
  [{ listener_ip_address: '::1', listener_port: 0 }, 'listener_port', 'greater_than_equal'],
  [{ listener_ip_address: '10.0.0.1' }, 'listener_port', 'value_error'],
  [{ listener_port: 9 }, 'listener_ip_address', 'value_error'],
])('rejects %j at %s as %s', async (attributes, field, type) => {
  expect(await issuesOf(tunnelBody(attributes))).toEqual([[`${ATTRIBUTES}.${field}`, type]]);
});

test('reports all issues at once, with message and input', async () => {
  const { body } = await post(tunnelBody({ label: 5, lifetime_mins: 0, initiator: 'x' }));
  expect(body.detail).toHaveLength(3);
  expect(body.detail).toContainEqual({
    type: 'greater_than_equal',
    loc: ['body', 'data', 'attributes', 'lifetime_mins'],
    msg: 'Input should be greater than or equal to 1',
    input: 0,
    ctx: { ge: 1 },
  });
});

test('reports missing fields', async () => {
  expect(await issuesOf({})).toEqual([['body.data', 'missing']]);
  expect(await issuesOf({ data: {} })).toEqual([
    [ATTRIBUTES, 'missing'],
    ['body.data.relationships', 'missing'],
  ]);
  expect(await issuesOf({ data: { attributes: {}, relationships: { listener: {} } } })).toEqual([
    [`${ATTRIBUTES}.submission_id`, 'missing'],
    ['body.data.relationships.listener.data', 'missing'],
    ['body.data.relationships.initiator', 'missing'],
  ]);
});

test('rejects a body that is not a document', async () => {
  expect(await issuesOf('{"data": ')).toEqual([[expect.stringMatching(/^body\.\d+$/), 'json_invalid']]);
  expect(await issuesOf('')).toEqual([['body', 'missing']]);
  expect(await issuesOf([])).toEqual([['body', 'model_attributes_type']]);
  expect(await issuesOf(tunnelBody(), { 'Content-Type': 'text/plain' })).toEqual([
    ['body', 'model_attributes_type'],
  ]);
});

test('rejects a wrong resource type, and accepts a missing one and unknown attributes', async () => {
  const body = tunnelBody({ unknown: 'value' }) as { data: Record<string, unknown> };
  expect(await issuesOf({ data: { ...body.data, type: 'Endpoint' } })).toEqual([
    ['body.data.type', 'literal_error'],
  ]);
  const { type: _, ...withoutType } = body.data;
  expect((await post({ data: withoutType }, { 'Content-Type': 'application/vnd.api+json' })).status).toBe(
    201,
  );
});

test('uses defaults for null, and accepts numbers as strings', async () => {
  const { body } = await post(
    tunnelBody({ label: null, lifetime_mins: null, listener_ip_address: null, listener_port: null }),
  );
  expect(body.data.attributes).toMatchObject({ lifetime_mins: 360, restartable: false, label: null });
  const withStrings = await post(tunnelBody({ lifetime_mins: '60', restartable: 'true' }));
  expect(withStrings.body.data.attributes).toMatchObject({ lifetime_mins: 60, restartable: true });
});

test('accepts STOPPING as the only state to set', async () => {
  const id = await createTunnelViaApi(sandbox());
  const { status, body } = await fetchTransfer(sandbox(), `/v2/tunnels/${id}`, {
    method: 'PATCH',
    body: { data: { attributes: { state: 'ACTIVE' } } },
  });
  expect(status).toBe(422);
  expect(body.detail[0]).toMatchObject({
    type: 'literal_error',
    loc: ['body', 'data', 'attributes', 'state'],
    msg: "Input should be 'STOPPING'",
  });
});
