import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { tunnelBody } from './sandboxForTests.ts';
import { startSandbox } from './startSandbox.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const ARGUMENTS = ['--import', 'tsx', main];

function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [...ARGUMENTS, ...args], (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

test('with --json, prints one line when ready, and exits cleanly on SIGTERM', async () => {
  const child = spawn(process.execPath, [...ARGUMENTS, '--port', '0', '--json', '--seed', 'x'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const reader = createInterface(child.stdout).on('line', (line) => lines.push(line));
  await once(reader, 'line');
  const { ready, control, ...rest } = JSON.parse(lines.join('\n'));
  expect(ready).toBe(true);
  expect(Object.keys(rest).toSorted()).toEqual(['auth', 'client', 'gcs', 'service', 'transfer']);
  expect(await (await fetch(control)).json()).toEqual({ ready, control, ...rest });
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(lines).toHaveLength(1);
}, 20_000);

test.each(['--speed', '--pace'])(
  '%s sets how fast a tunnel changes state',
  async (option) => {
    const child = spawn(process.execPath, [...ARGUMENTS, '--port', '0', '--json', option, '1000'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(createInterface(child.stdout), 'line');
    const { control, transfer } = JSON.parse(line);
    const { token } = await (await fetch(`${control}/tokens`, { method: 'POST' })).json();
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
    const body = JSON.stringify(tunnelBody());
    const created = await (await fetch(`${transfer}/v2/tunnels`, { method: 'POST', headers, body })).json();
    const readState = async () => {
      const response = await fetch(`${transfer}/v2/tunnels/${created.data.id}`, { headers });
      return (await response.json()).data.attributes.state;
    };
    // At speed 1 this takes 2 seconds, which is longer than the poll waits.
    await expect.poll(readState, { timeout: 1000 }).toBe('AWAITING_LISTENER');
    child.kill('SIGTERM');
    await once(child, 'exit');
  },
  20_000,
);

test('invalid options: one line on stderr, exit status 2', async () => {
  const all = await Promise.all([
    run('--tunnels', 'many'),
    run('--unknown'),
    run('extra'),
    run('--port', '-1'),
  ]);
  for (const { code, stdout, stderr } of all) {
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^sandbox: [^\n]+\n$/);
  }
}, 20_000);

test('a port in use: one line that names it, exit status 1', async () => {
  const sandbox = await startSandbox();
  const { port } = new URL(sandbox.transfer);
  const { code, stderr } = await run('--port', String(Number(port) - 2));
  expect(code).toBe(1);
  expect(stderr).toMatch(/^sandbox: One of the ports \d+ to \d+ is in use[^\n]+\n$/);
  await sandbox.close();
}, 20_000);

test('a port counts as in use if only one address of localhost has it', async () => {
  const other = createServer();
  other.listen(0, '::1');
  const isListening = await once(other, 'listening').then(
    () => true,
    () => false,
  );
  if (!isListening) return;
  const address = other.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
  await expect(startSandbox({ port: address.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  other.close();
});

test('--help explains every option', async () => {
  const { code, stdout } = await run('--help');
  expect(code).toBe(0);
  for (const name of [
    'port',
    'access-points',
    'tunnels',
    'seed',
    'latency',
    'speed',
    'pace',
    'redirect-uri',
    'any-port',
    'json',
  ]) {
    expect(stdout).toContain(`--${name}`);
  }
}, 20_000);
