import { afterEach, expect, test } from 'vitest';
import {
  createTunnelViaApi,
  fetchTransfer,
  sandboxForTests,
  type TransferRequestOptions,
  tunnelBody,
} from '../sandboxForTests.ts';
import type { TransferChoices } from '../serving/serviceSettings.ts';

// What Globus doesn't document, and the sandbox therefore answers in each way.

const sandbox = sandboxForTests({ speed: 0.01 });
const send = (path: string, options: TransferRequestOptions = {}) => fetchTransfer(sandbox(), path, options);
const choose = (choices: Partial<TransferChoices>) => sandbox().commands.setTransferChoices(choices);
const ids = async (persona: 'administrator' | 'newcomer'): Promise<string[]> =>
  (await send('/v2/tunnels', { persona })).body.data.map(({ id }: { id: string }) => id);

afterEach(() => sandbox().commands.reset());

test('a person sees only their own tunnels', async () => {
  const id = await createTunnelViaApi(sandbox(), {}, { persona: 'newcomer' });
  const status = async () => (await send(`/v2/tunnels/${id}`, { persona: 'administrator' })).status;
  expect([await ids('administrator'), await status()]).toEqual([expect.arrayContaining([id]), 200]);
  choose({ visibleTunnels: 'own' });
  expect([await ids('administrator'), await status()]).toEqual([expect.not.arrayContaining([id]), 404]);
  expect(await ids('newcomer')).toEqual([id]);
});

test('a creation is under way for a while: the list leaves it out, and a repetition is refused', async () => {
  choose({ creationMs: 5000 });
  const body = tunnelBody();
  const post = () => send('/v2/tunnels', { persona: 'newcomer', method: 'POST', body });
  const created = await post();
  const { id } = created.body.data;
  const repeated = await post();
  expect([created.status, repeated.status, repeated.body.errors[0].detail]).toEqual([
    201,
    409,
    'A request with this submission_id is under way.',
  ]);
  expect(await ids('newcomer')).toEqual([]);
  expect((await send(`/v2/tunnels/${id}`, { persona: 'newcomer' })).status).toBe(200);
  sandbox().commands.advanceMs(5000);
  const later = await post();
  expect([later.status, later.body.data.id, await ids('newcomer')]).toEqual([201, id, [id]]);
});

test.each(['/v2/stream_access_points', '/v2/tunnels/ID/events'])(
  '%s refuses a higher page limit, or any',
  async (path) => {
    const url = path.replace('ID', await createTunnelViaApi(sandbox()));
    const issue = async (limit: number) => {
      const { status, body } = await send(`${url}?page[limit]=${limit}`);
      return [status, body.detail?.[0].type, body.detail?.[0].loc];
    };
    const loc = ['query', 'page[limit]'];
    choose({ highestPageLimit: 50 });
    expect(await issue(51)).toEqual([422, 'less_than_equal', loc]);
    expect((await issue(50))[0]).toBe(200);
    choose({ highestPageLimit: 0 });
    expect(await issue(1)).toEqual([422, 'extra_forbidden', loc]);
    expect((await send(url)).status).toBe(200);
  },
);

test('the response to a deletion has only meta', async () => {
  choose({ deletion: 'meta' });
  const id = await createTunnelViaApi(sandbox());
  await sandbox().commands.tunnels.setState(id, 'STOPPED');
  const { status, body } = await send(`/v2/tunnels/${id}`, { method: 'DELETE' });
  expect([status, Object.keys(body)]).toEqual([200, ['meta']]);
});

test('the control API makes the choices, and rejects what it doesn’t know', async () => {
  const post = async (body: object) => {
    const headers = { 'Content-Type': 'application/json' };
    const request = { method: 'POST', headers, body: JSON.stringify(body) };
    const response = await fetch(`${sandbox().control}/transfer-choices`, request);
    return { status: response.status, body: await response.json() };
  };
  expect(await post({ visibleTunnels: 'own', highestPageLimit: 20 })).toMatchObject({
    status: 200,
    body: { visibleTunnels: 'own', highestPageLimit: 20, firstState: 'AWAITING_LISTENER' },
  });
  expect((await post({ deletion: 'nothing' })).status).toBe(400);
  expect((await post({ creationMs: 'long' })).status).toBe(400);
  expect((await post({ pageLimit: 20 })).status).toBe(400);
});
