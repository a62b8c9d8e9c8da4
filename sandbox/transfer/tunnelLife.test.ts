import { expect, test } from 'vitest';
import { ACCESS_POINT_IDS, createTunnelViaApi, fetchTransfer, sandboxForTests } from '../sandboxForTests.ts';

// So slow that nothing happens in real time during a test, only when the clock is advanced.
const sandbox = sandboxForTests({ speed: 0.01 });
const SECOND = 100_000;

const read = async (id: string) => (await fetchTransfer(sandbox(), `/v2/tunnels/${id}`)).body.data.attributes;
const codes = async (id: string): Promise<string[]> =>
  (await fetchTransfer(sandbox(), `/v2/tunnels/${id}/events`)).body.data.map(
    (event: { attributes: { code: string } }) => event.attributes.code,
  );
const patch = (id: string, attributes: object) =>
  fetchTransfer(sandbox(), `/v2/tunnels/${id}`, { method: 'PATCH', body: { data: { attributes } } });

test('goes through all states, with an event for each step', async () => {
  const id = await createTunnelViaApi(sandbox(), { lifetime_mins: 10_000 });
  expect(await read(id)).toMatchObject({
    state: 'AWAITING_LISTENER',
    status: 'The tunnel is waiting for listening contact detail setup.',
    initiator_port: null,
    label: null,
  });
  const contact = { listener_ip_address: '127.0.0.1', listener_port: 9 };
  expect((await patch(id, contact)).status).toBe(200);
  expect(await codes(id)).toEqual(['STARTED']);
  // Repeating the request after a lost response succeeds. Another listener address is rejected.
  expect((await patch(id, contact)).status).toBe(200);
  expect((await patch(id, { ...contact, listener_port: 10 })).status).toBe(409);
  sandbox().commands.advanceMs(3 * SECOND);
  expect(await read(id)).toMatchObject({ state: 'ACTIVE', initiator_ip_address: '127.0.0.1' });
  expect((await read(id)).initiator_port).toBeGreaterThan(0);
  expect((await patch(id, { state: 'STOPPING' })).body.data.attributes).toMatchObject({
    state: 'STOPPING',
    status: 'A request to stop tunnel has been received.',
  });
  expect((await patch(id, { state: 'STOPPING' })).status).toBe(409);
  sandbox().commands.advanceMs(2 * SECOND);
  expect(await read(id)).toMatchObject({ state: 'STOPPED' });
  const { body } = await fetchTransfer(sandbox(), `/v2/tunnels/${id}/events`);
  // As recorded from Globus.
  expect(body.data).toMatchObject([
    { attributes: { code: 'STARTED', description: 'started', details: 'Attempting tunnel establishment' } },
    {
      attributes: {
        code: 'TUNNEL_ACTIVE',
        description: 'tunnel is active',
        details: 'Tunnel has been established',
      },
    },
    {
      attributes: {
        code: 'TUNNEL_STOPPED',
        description: 'tunnel has been stopped',
        details: 'Tunnel stopped as requested.',
      },
    },
  ]);
});

test('a new tunnel can also be set up first', async () => {
  const { commands } = sandbox();
  commands.setTransferChoices({ firstState: 'UNINITIALIZED' });
  const id = await createTunnelViaApi(sandbox());
  commands.setTransferChoices({ firstState: 'AWAITING_LISTENER' });
  expect(await read(id)).toMatchObject({ state: 'UNINITIALIZED' });
  const early = await patch(id, { listener_ip_address: '127.0.0.1', listener_port: 9 });
  expect(early.status).toBe(409);
  commands.advanceMs(2 * SECOND);
  expect(await read(id)).toMatchObject({ state: 'AWAITING_LISTENER' });
});

test('runs a whole lifetime when the clock is advanced by days, with each event at its due time', async () => {
  const before = sandbox().clock.now();
  const contact = { listener_ip_address: '127.0.0.1', listener_port: 9 };
  const id = await createTunnelViaApi(sandbox(), { lifetime_mins: 600, ...contact });
  sandbox().commands.advanceMs(3 * 24 * 60 * 60_000);
  const { body } = await fetchTransfer(sandbox(), `/v2/tunnels/${id}/events`);
  const minutesLater = body.data.map(({ attributes }: { attributes: { time: string } }) =>
    Math.round((Date.parse(`${attributes.time.slice(0, 23)}Z`) - before) / 60_000),
  );
  // At this speed: 300 s to connect, then the end after 600 minutes and 200 s to stop.
  expect(minutesLater).toEqual([0, 5, 603]);
  expect(await read(id)).toMatchObject({
    state: 'STOPPED',
    status: expect.stringContaining('end of its lifetime of 600 minutes'),
  });
});

test('a tunnel that never connects also ends with its lifetime', async () => {
  const id = await createTunnelViaApi(sandbox(), { lifetime_mins: 60 });
  sandbox().commands.advanceMinutes(70);
  expect(await read(id)).toMatchObject({ state: 'STOPPED', initiator_port: null });
  expect(await codes(id)).toEqual(['TUNNEL_STOPPED']);
});

test('a broken site causes error events and ends the tunnel, after restarts if it is restartable', async () => {
  const contact = { listener_ip_address: '127.0.0.1', listener_port: 9, lifetime_mins: 10_000 };
  const plain = await createTunnelViaApi(sandbox(), { listener: ACCESS_POINT_IDS.unreachable, ...contact });
  const restartable = await createTunnelViaApi(sandbox(), {
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
  expect(await read(restartable)).toMatchObject({ state: 'AWAITING_LISTENER' });
  sandbox().commands.advanceMs(60 * SECOND);
  expect(await read(restartable)).toMatchObject({ state: 'STOPPED' });
  expect((await codes(restartable)).filter((code) => code === 'STARTED')).toHaveLength(4);
});

test('a restartable tunnel restarts after a failure with the same initiator address', async () => {
  const contact = { listener_ip_address: '127.0.0.1', listener_port: 9, lifetime_mins: 10_000 };
  const id = await createTunnelViaApi(sandbox(), { restartable: true, ...contact });
  sandbox().commands.advanceMs(5 * SECOND);
  const { initiator_port: port } = await read(id);
  sandbox().commands.tunnels.fail(id);
  sandbox().commands.advanceMs(6 * SECOND);
  expect(await read(id)).toMatchObject({ state: 'ACTIVE', initiator_port: port });
  expect((await codes(id)).slice(-3)).toEqual(['CONTROL_CHANNEL_LOST', 'STARTED', 'TUNNEL_ACTIVE']);
});

test('a tunnel that is put into any state stays there until someone changes it', async () => {
  const id = await createTunnelViaApi(sandbox(), { lifetime_mins: 10_000 });
  await sandbox().commands.tunnels.setState(id, 'REBALANCING', 'Moving to another node.');
  sandbox().commands.advanceMs(20 * SECOND);
  expect(await read(id)).toMatchObject({ state: 'REBALANCING', status: 'Moving to another node.' });
  await sandbox().commands.tunnels.setState(id, 'AWAITING_LISTENER');
  expect((await patch(id, { listener_ip_address: '::1', listener_port: 7 })).status).toBe(200);
  sandbox().commands.advanceMs(3 * SECOND);
  expect(await read(id)).toMatchObject({ state: 'ACTIVE' });
});

test('everything happens in real time without advancing the clock', async () => {
  const { startSandbox } = await import('../startSandbox.ts');
  const fastSandbox = await startSandbox({ speed: 100 });
  const id = await createTunnelViaApi(fastSandbox, { listener_ip_address: '127.0.0.1', listener_port: 9 });
  await expect.poll(() => fastSandbox.world.tunnels.get(id)?.state).toBe('ACTIVE');
  await fastSandbox.close();
});
