import { expect, test } from 'vitest';
import { createTunnelViaApi, fetchTransfer, sandboxForTests, tunnelBody } from '../sandboxForTests.ts';

const sandbox = sandboxForTests();
const post = (body: unknown, headers = {}) =>
  fetchTransfer(sandbox(), '/v2/tunnels', { method: 'POST', body, headers });

/** Field and kind of each finding. */
async function findings(body: unknown, headers = {}): Promise<[string, string][]> {
  const answer = await post(body, headers);
  expect(answer.status).toBe(422);
  expect(Object.keys(answer.body)).toEqual(['detail', 'meta']);
  return answer.body.detail.map(({ loc, type }: { loc: (string | number)[]; type: string }) => [
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
])('%j is refused at %s as %s', async (attributes, field, type) => {
  expect(await findings(tunnelBody(attributes))).toEqual([[`${ATTRIBUTES}.${field}`, type]]);
});

test('all findings come at once, with the message and the input', async () => {
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

test('what is missing is named', async () => {
  expect(await findings({})).toEqual([['body.data', 'missing']]);
  expect(await findings({ data: {} })).toEqual([
    [ATTRIBUTES, 'missing'],
    ['body.data.relationships', 'missing'],
  ]);
  expect(await findings({ data: { attributes: {}, relationships: { listener: {} } } })).toEqual([
    [`${ATTRIBUTES}.submission_id`, 'missing'],
    ['body.data.relationships.listener.data', 'missing'],
    ['body.data.relationships.initiator', 'missing'],
  ]);
});

test('what is no document at all', async () => {
  expect(await findings('{"data": ')).toEqual([[expect.stringMatching(/^body\.\d+$/), 'json_invalid']]);
  expect(await findings('')).toEqual([['body', 'missing']]);
  expect(await findings([])).toEqual([['body', 'model_attributes_type']]);
  expect(await findings(tunnelBody(), { 'Content-Type': 'text/plain' })).toEqual([
    ['body', 'model_attributes_type'],
  ]);
});

test('a wrong type is refused, none and unknown attributes are not', async () => {
  const body = tunnelBody({ colour: 'red' }) as { data: Record<string, unknown> };
  expect(await findings({ data: { ...body.data, type: 'Endpoint' } })).toEqual([
    ['body.data.type', 'literal_error'],
  ]);
  const { type: _, ...withoutType } = body.data;
  expect((await post({ data: withoutType }, { 'Content-Type': 'application/vnd.api+json' })).status).toBe(
    201,
  );
});

test('nulls take the defaults, and numbers may come as texts', async () => {
  const { body } = await post(
    tunnelBody({ label: null, lifetime_mins: null, listener_ip_address: null, listener_port: null }),
  );
  expect(body.data.attributes).toMatchObject({ lifetime_mins: 360, restartable: false, label: null });
  const asText = await post(tunnelBody({ lifetime_mins: '60', restartable: 'true' }));
  expect(asText.body.data.attributes).toMatchObject({ lifetime_mins: 60, restartable: true });
});

test('the only state that can be set is STOPPING', async () => {
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
