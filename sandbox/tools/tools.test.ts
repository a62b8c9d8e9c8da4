import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTunnelViaApi, sandboxForTests } from '../sandboxForTests.ts';

const sandbox = sandboxForTests({ speed: 1000 });
const bin = fileURLToPath(new URL('bin', import.meta.url));
let homes: Record<'listener' | 'initiator', string>;
beforeAll(async () => {
  const newHome = () => mkdtemp(join(tmpdir(), 'host-'));
  homes = { listener: await newHome(), initiator: await newHome() };
});
afterAll(() => Promise.all(Object.values(homes).map((home) => rm(home, { recursive: true }))));

interface Result {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a command in a shell on one of the hosts. */
function run(host: keyof typeof homes, command: string): Promise<Result> {
  const env = {
    ...process.env,
    PATH: `${bin}:${process.env.PATH}`,
    HOME: homes[host],
    GLOBUS_SANDBOX_CONTROL: sandbox().control,
  };
  return new Promise((resolve) => {
    execFile('/bin/sh', ['-c', command], { env }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });
}
const listenerPort = (id: string) => sandbox().world.tunnels.get(id)?.listenerPort;
const configuration = (host: keyof typeof homes, id: string) =>
  join(homes[host], '.globus', 'streams', `${id}.conf`);

test('both sides initialize, the contact string works in the launcher, and clean-up leaves nothing', async () => {
  const id = await createTunnelViaApi(sandbox());
  const initialize = 'globus-streams environment initialize';
  const early = await run('initiator', `${initialize} ${id}`);
  expect(early.stdout).not.toContain('contact string');

  const listener = await run('listener', `${initialize} --listener-contact-string 127.0.0.1:4711 ${id}`);
  expect(listener).toMatchObject({ code: 0, stdout: '' });
  expect(listenerPort(id)).toBe(4711);
  expect((await stat(configuration('listener', id))).mode & 0o777).toBe(0o600);
  await expect.poll(() => sandbox().world.tunnels.get(id)?.state).toBe('ACTIVE');

  const initiator = await run('initiator', `${initialize} --force ${id}`);
  const contact = /^Your contact string is: (globus\.[\w-]+:\d+)\n$/.exec(initiator.stdout)?.[1];
  const [, port] = contact?.split(':') ?? [];
  expect(contact).toBe(`globus.${id}:${port}`);
  expect((await run('initiator', `globus-streams environment contact-lookup ${id}`)).stdout).toContain(
    contact,
  );
  const launched = await run('initiator', `globus-streams-launch.sh ${id} echo "to ${contact}"`);
  expect(launched.stdout).toBe(`to 127.0.0.1:${port}\n`);
  expect((await run('initiator', `globus-streams-launch.sh ${id} sh -c 'exit 3'`)).code).toBe(3);

  for (const host of ['listener', 'initiator'] as const) {
    expect(await run(host, `globus-streams environment cleanup ${id}`)).toMatchObject({ code: 0 });
    await expect(stat(configuration(host, id))).rejects.toThrow('ENOENT');
  }
  expect((await run('initiator', `globus-streams-launch.sh ${id} true`)).stderr).toContain(
    'No configuration',
  );
}, 60_000);

test('a second initialize changes the address, and then refuses to overwrite the configuration', async () => {
  sandbox().commands.setListenerContactPolicy('anytime');
  const id = await createTunnelViaApi(sandbox());
  const initialize = (port: number, force = '') =>
    run(
      'listener',
      `globus-streams environment initialize ${force} --listener-contact-string 127.0.0.1:${port} ${id}`,
    );
  await initialize(4711);
  const again = await initialize(4712);
  expect(again).toMatchObject({ code: 1 });
  expect(again.stderr).toContain('Configuration exists. Use --force to overwrite it.');
  expect(listenerPort(id)).toBe(4712);
  expect(await initialize(4713, '--force')).toMatchObject({ code: 0 });
  await run('listener', `globus-streams environment update --listener-contact-string 127.0.0.1:4714 ${id}`);
  expect(listenerPort(id)).toBe(4714);
}, 60_000);

test('without a LAN secret, the tool says so and continues', async () => {
  const id = await createTunnelViaApi(sandbox());
  sandbox().commands.failNext({ service: 'gcs', method: 'POST', status: 403 });
  const listener = await run(
    'listener',
    `globus-streams environment initialize --listener-contact-string 127.0.0.1:4711 ${id}`,
  );
  expect(listener).toMatchObject({ code: 0 });
  expect(listener.stdout).toContain('The LAN connection for this tunnel is not secured');
}, 60_000);
