import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo, Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createTunnelViaApi, fetchTransfer, sandboxForTests } from '../sandboxForTests.ts';

const sandbox = sandboxForTests({ speed: 1000 });
const sandboxForAnyPort = sandboxForTests({ speed: 1000, anyPort: true });
const open: (Server | Socket)[] = [];
afterEach(() => {
  for (const item of open.splice(0)) 'close' in item ? item.close() : item.destroy();
});

async function startListener(onConnection: (socket: Socket) => void): Promise<number> {
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => {});
    onConnection(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  open.push(server);
  return (server.address() as AddressInfo).port;
}
/** A port that was free a moment ago. */
async function unusedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
const echo = () => startListener((socket) => void socket.pipe(socket));

async function activeTunnel(port: number, ipAddress = '127.0.0.1', on = sandbox()) {
  const id = await createTunnelViaApi(on, { listener_ip_address: ipAddress, listener_port: port });
  await expect.poll(() => on.world.tunnels.get(id)?.state).toBe('ACTIVE');
  const { attributes } = (await fetchTransfer(on, `/v2/tunnels/${id}`)).body.data;
  return { id, host: attributes.initiator_ip_address, port: attributes.initiator_port };
}
function dial({ host, port }: { host: string; port: number }, allowHalfOpen = false): Socket {
  const socket = connect({ host, port, allowHalfOpen });
  open.push(socket);
  return socket;
}
/** Reads until the other side has finished sending. Unlike Node's stream consumers, this leaves the socket open. */
async function receive(socket: Socket): Promise<Buffer> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  await once(socket, 'end');
  return Buffer.concat(chunks);
}
const closed = (socket: Socket) =>
  new Promise<string>((resolve) => {
    let result = 'closed';
    socket.on('error', (error: NodeJS.ErrnoException) => {
      result = error.code ?? 'error';
    });
    socket.once('close', () => resolve(result));
    socket.resume();
  });
const errorCodes = (id: string, on = sandbox()) =>
  on.world.tunnels
    .get(id)
    ?.events.filter(({ isError }) => isError)
    .map(({ code }) => code);

test('1 MiB comes back unchanged over several connections at the same time', async () => {
  const tunnel = await activeTunnel(await echo());
  const transfers = [1, 2, 3].map(async () => {
    const sent = randomBytes(1024 * 1024);
    const socket = dial(tunnel, true);
    socket.end(sent);
    expect((await receive(socket)).equals(sent)).toBe(true);
  });
  await Promise.all(transfers);
});

test('a side that has finished sending still receives', async () => {
  const port = await startListener(async (socket) => {
    const question = await receive(socket);
    socket.end(`you said ${question}`);
  });
  const socket = dial(await activeTunnel(port), true);
  socket.end('hello');
  expect(String(await receive(socket))).toBe('you said hello');
  // The other direction: the listener finishes first.
  let received: Promise<Buffer> | undefined;
  const second = await startListener((listener) => {
    received = receive(listener);
    listener.end('greeting');
  });
  const other = dial(await activeTunnel(second), true);
  expect(String(await receive(other))).toBe('greeting');
  other.end('after the greeting');
  expect(String(await received)).toBe('after the greeting');
});

test('a listener that reads nothing slows the sender down', async () => {
  const tunnel = await activeTunnel(await startListener((socket) => void socket.pause()));
  const socket = dial(tunnel);
  await once(socket, 'connect');
  const chunk = Buffer.alloc(1024 * 1024);
  for (let sent = 0; sent < 64; sent += 1) {
    if (socket.write(chunk)) continue;
    const drained = await Promise.race([
      once(socket, 'drain').then(() => true),
      new Promise((resolve) => setTimeout(() => resolve(false), 300)),
    ]);
    if (drained === false) return;
  }
  throw new Error('A listener that reads nothing took 64 MiB.');
});

test('stopping closes open connections and the port', async () => {
  const tunnel = await activeTunnel(await echo());
  const socket = dial(tunnel);
  await once(socket, 'connect');
  const isClosed = closed(socket);
  const body = { data: { attributes: { state: 'STOPPING' } } };
  await fetchTransfer(sandbox(), `/v2/tunnels/${tunnel.id}`, { method: 'PATCH', body });
  await isClosed;
  expect(await closed(dial(tunnel))).toBe('ECONNREFUSED');
});

test('an unreachable listener closes the connection and adds one event', async () => {
  const tunnel = await activeTunnel(await unusedPort());
  await closed(dial(tunnel));
  await closed(dial(tunnel));
  expect(errorCodes(tunnel.id)).toEqual(['LISTENER_CONNECT_FAILED']);
  sandbox().commands.advanceMs(10_001);
  await closed(dial(tunnel));
  expect(errorCodes(tunnel.id)).toHaveLength(2);
});

test('never connects to other machines, and adds an event that says so', async () => {
  const tunnel = await activeTunnel(9, '192.0.2.1');
  await closed(dial(tunnel));
  expect(errorCodes(tunnel.id)).toEqual(['LISTENER_OUT_OF_REACH']);
});

test.each([22, 1023, 6000, 10_080])(
  'never connects to port %i of this machine unless asked to',
  async (port) => {
    const tunnel = await activeTunnel(port);
    await closed(dial(tunnel));
    const event = sandbox()
      .world.tunnels.get(tunnel.id)
      ?.events.find(({ isError }) => isError);
    expect(event?.details).toContain(`port ${port} needs the option --any-port`);
  },
);

test('connects to every port with the option', async () => {
  const tunnel = await activeTunnel(1, '127.0.0.1', sandboxForAnyPort());
  await closed(dial(tunnel));
  const event = sandboxForAnyPort()
    .world.tunnels.get(tunnel.id)
    ?.events.find(({ isError }) => isError);
  expect(event?.details).toContain('connection refused');
});
