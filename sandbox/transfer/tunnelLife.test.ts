import { expect, test } from 'vitest';
import { ACCESS_POINT_IDS, createTunnelViaApi, fetchTransfer, sandboxForTests } from '../sandboxForTests.ts';

// So slow that nothing happens by itself during a test: only the clock moves things.
const sandbox = sandboxForTests({ speed: 0.01 });
const SECOND = 100_000;

const read = async (id: string) => (await fetchTransfer(sandbox(), `/v2/tunnels/${id}`)).body.data.attributes;
const codes = async (id: string): Promise<string[]> =>
  (await fetchTransfer(sandbox(), `/v2/tunnels/${id}/events`)).body.data.map(
    (event: { attributes: { code: string } }) => event.attributes.code,
  );
const patch = (id: string, attributes: object) =>
  fetchTransfer(sandbox(), `/v2/tunnels/${id}`, { method: 'PATCH', body: { data: { attributes } } });

test('set up, waiting, started, active, stopping, stopped, with the events of each', async () => {
  const id = await createTunnelViaApi(sandbox(), { lifetime_mins: 10_000 });
  expect(await read(id)).toMatchObject({ state: 'UNINITIALIZED', initiator_port: null, label: null });
  sandbox().commands.advanceMs(2 * SECOND);
  expect(await read(id)).toMatchObject({ state: 'AWAITING_LISTENER' });
  const contact = { listener_ip_address: '127.0.0.1', listener_port: 9 };
  expect((await patch(id, contact)).status).toBe(200);
  expect(await codes(id)).toEqual(['STARTED']);
  // The answer got lost and the same call comes again: fine. Another contact is too late.
  expect((await patch(id, contact)).status).toBe(200);
  expect((await patch(id, { ...contact, listener_port: 10 })).status).toBe(409);
  sandbox().commands.advanceMs(3 * SECOND);
  expect(await read(id)).toMatchObject({ state: 'ACTIVE', initiator_ip_address: '127.0.0.1' });
  expect((await read(id)).initiator_port).toBeGreaterThan(0);
  expect((await patch(id, { state: 'STOPPING' })).body.data.attributes.state).toBe('STOPPING');
  expect((await patch(id, { state: 'STOPPING' })).status).toBe(409);
  sandbox().commands.advanceMs(2 * SECOND);
  expect(await read(id)).toMatchObject({ state: 'STOPPED' });
  expect(await codes(id)).toEqual(['STARTED', 'TUNNEL_ACTIVE', 'TUNNEL_STOPPED']);
});

test('moved by days at once, a whole life happens, each event at the time it was due', async () => {
  const before = sandbox().clock.now();
  const contact = { listener_ip_address: '127.0.0.1', listener_port: 9 };
  const id = await createTunnelViaApi(sandbox(), { lifetime_mins: 600, ...contact });
  sandbox().commands.advanceMs(3 * 24 * 60 * 60_000);
  const { body } = await fetchTransfer(sandbox(), `/v2/tunnels/${id}/events`);
  const minutesLater = body.data.map(({ attributes }: { attributes: { time: string } }) =>
    Math.round((Date.parse(`${attributes.time.slice(0, 23)}Z`) - before) / 60_000),
  );
  // Set up 200 s, connected 300 s, the end after 600 minutes and 200 s for stopping, at this pace.
  expect(minutesLater).toEqual([3, 8, 603]);
  expect(await read(id)).toMatchObject({
    state: 'STOPPED',
    status: expect.stringContaining('end of its lifetime of 600 minutes'),
  });
});

test('a tunnel that nobody starts ends with its lifetime too', async () => {
  const id = await createTunnelViaApi(sandbox(), { lifetime_mins: 60 });
  sandbox().commands.advanceMinutes(70);
  expect(await read(id)).toMatchObject({ state: 'STOPPED', initiator_port: null });
  expect(await codes(id)).toEqual(['TUNNEL_STOPPED']);
});

test('a broken site gives error events and the end; a restartable tunnel tries again first', async () => {
  const contact = { listener_ip_address: '127.0.0.1', listener_port: 9, lifetime_mins: 10_000 };
  const plain = await createTunnelViaApi(sandbox(), { listener: ACCESS_POINT_IDS.unreachable, ...contact });
  const stubborn = await createTunnelViaApi(sandbox(), {
    listener: ACCESS_POINT_IDS.unreachable,
    restartable: true,
    ...contact,
  });
  sandbox().commands.advanceMs(8 * SECOND);
  expect(await read(plain)).toMatchObject({ state: 'STOPPED', status: expect.stringMatching(/reached/) });
  expect(await codes(plain)).toEqual([
    'STARTED',
    'LISTENER_CONNECT_FAILED',
    'CONTROL_CHANNEL_LOST',
    'TUNNEL_STOPPED',
  ]);
  expect(await read(stubborn)).toMatchObject({ state: 'AWAITING_LISTENER' });
  sandbox().commands.advanceMs(60 * SECOND);
  expect(await read(stubborn)).toMatchObject({ state: 'STOPPED' });
  expect((await codes(stubborn)).filter((code) => code === 'STARTED')).toHaveLength(4);
});

test('a restartable tunnel comes back after a failure, at the same initiator address', async () => {
  const contact = { listener_ip_address: '127.0.0.1', listener_port: 9, lifetime_mins: 10_000 };
  const id = await createTunnelViaApi(sandbox(), { restartable: true, ...contact });
  sandbox().commands.advanceMs(5 * SECOND);
  const { initiator_port: port } = await read(id);
  sandbox().commands.tunnels.fail(id);
  sandbox().commands.advanceMs(6 * SECOND);
  expect(await read(id)).toMatchObject({ state: 'ACTIVE', initiator_port: port });
  expect((await codes(id)).slice(-3)).toEqual(['CONTROL_CHANNEL_LOST', 'STARTED', 'TUNNEL_ACTIVE']);
});

test('control pushes a tunnel into any state, from which life goes on when somebody acts', async () => {
  const id = await createTunnelViaApi(sandbox(), { lifetime_mins: 10_000 });
  await sandbox().commands.tunnels.setState(id, 'REBALANCING', 'Moving to another node.');
  sandbox().commands.advanceMs(20 * SECOND);
  expect(await read(id)).toMatchObject({ state: 'REBALANCING', status: 'Moving to another node.' });
  await sandbox().commands.tunnels.setState(id, 'AWAITING_LISTENER');
  expect((await patch(id, { listener_ip_address: '::1', listener_port: 7 })).status).toBe(200);
  sandbox().commands.advanceMs(3 * SECOND);
  expect(await read(id)).toMatchObject({ state: 'ACTIVE' });
});

test('at a usual pace it all happens by itself', async () => {
  const { startSandbox } = await import('../startSandbox.ts');
  const quick = await startSandbox({ speed: 100 });
  const id = await createTunnelViaApi(quick, { listener_ip_address: '127.0.0.1', listener_port: 9 });
  await expect.poll(() => quick.world.tunnels.get(id)?.state).toBe('ACTIVE');
  await quick.close();
});
