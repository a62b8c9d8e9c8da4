import type { AddressInfo, Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { pipeline } from 'node:stream';
import type { ConnectionFailure, DataPlane } from '../world/tunnels/dataPlane.ts';
import type { ListenerContact } from '../world/tunnels/tunnel.ts';
import { isApplicationPort, isLoopback } from './loopback.ts';

const INITIATOR_IP_ADDRESS = '127.0.0.1';

interface Route {
  listener: ListenerContact;
  onFailure: (failure: ConnectionFailure) => void;
}

/** The port that the initiator of a tunnel connects to. */
interface InitiatorPort {
  server: Server;
  port: number;
  sockets: Set<Socket>;
  /** Undefined while the tunnel isn't active. Connections are then closed at once. */
  route: Route | undefined;
}

/** Forwards real TCP connections of active tunnels from the initiator's port to the listener. */
export class Forwarder implements DataPlane {
  readonly #ports = new Map<string, InitiatorPort>();
  readonly #forwardsToAnyPort: boolean;
  #closed = false;

  constructor({ forwardsToAnyPort }: { forwardsToAnyPort: boolean }) {
    this.#forwardsToAnyPort = forwardsToAnyPort;
  }

  async reserve(tunnelId: string): Promise<void> {
    if (this.#ports.has(tunnelId)) return;
    // Half-open, because one side can finish sending while the other continues.
    const server = createServer({ allowHalfOpen: true });
    await new Promise<void>((resolve) => {
      // Without a port, the tunnel fails later with an event that says so.
      server.once('error', () => resolve());
      server.listen(0, INITIATOR_IP_ADDRESS, resolve);
    });
    const address = server.address() as AddressInfo | null;
    if (!address || this.#closed || this.#ports.has(tunnelId)) {
      server.close();
      return;
    }
    const initiatorPort: InitiatorPort = { server, port: address.port, sockets: new Set(), route: undefined };
    server.on('connection', (socket) => accept(initiatorPort, socket, this.#forwardsToAnyPort));
    this.#ports.set(tunnelId, initiatorPort);
  }

  open(
    tunnelId: string,
    listener: ListenerContact,
    onFailure: Route['onFailure'],
  ): ListenerContact | undefined {
    const initiatorPort = this.#ports.get(tunnelId);
    if (!initiatorPort) return undefined;
    initiatorPort.route = { listener, onFailure };
    return { ipAddress: INITIATOR_IP_ADDRESS, port: initiatorPort.port };
  }

  suspend(tunnelId: string): void {
    const initiatorPort = this.#ports.get(tunnelId);
    if (!initiatorPort) return;
    initiatorPort.route = undefined;
    for (const socket of initiatorPort.sockets) socket.destroy();
  }

  close(tunnelId: string): void {
    const initiatorPort = this.#ports.get(tunnelId);
    this.suspend(tunnelId);
    initiatorPort?.server.close();
    this.#ports.delete(tunnelId);
  }

  closeAll(): void {
    this.#closed = true;
    for (const tunnelId of [...this.#ports.keys()]) this.close(tunnelId);
  }
}

function track(initiatorPort: InitiatorPort, socket: Socket): void {
  initiatorPort.sockets.add(socket);
  socket.once('close', () => initiatorPort.sockets.delete(socket));
}

function accept(initiatorPort: InitiatorPort, initiator: Socket, forwardsToAnyPort: boolean): void {
  track(initiatorPort, initiator);
  // `close` follows every error, and the pipelines close the other side. This only prevents an unhandled error.
  initiator.on('error', () => {});
  const { route } = initiatorPort;
  if (!route) return void initiator.destroy();
  const { ipAddress, port } = route.listener;
  if (!isLoopback(ipAddress)) {
    route.onFailure('out-of-reach');
    initiator.destroy();
    return;
  }
  if (!forwardsToAnyPort && !isApplicationPort(port)) {
    route.onFailure({ reason: `port ${port} needs the option --any-port` });
    initiator.destroy();
    return;
  }
  const listener = connect({ host: ipAddress, port, allowHalfOpen: true });
  track(initiatorPort, listener);
  let isConnected = false;
  listener.on('error', (error: NodeJS.ErrnoException) => {
    if (!isConnected)
      route.onFailure({
        reason: error.code === 'ECONNREFUSED' ? 'connection refused' : (error.code ?? error.message),
      });
    initiator.destroy();
  });
  listener.once('connect', () => {
    isConnected = true;
    joinSockets(initiator, listener);
  });
  initiator.once('close', () => {
    if (!isConnected) listener.destroy();
  });
}

/** Joins two sockets with a pipeline for each direction, so that each has its own back-pressure and its own end. */
function joinSockets(initiator: Socket, listener: Socket): void {
  const onEnd = (error: NodeJS.ErrnoException | null) => {
    if (!error) return;
    initiator.destroy();
    listener.destroy();
  };
  pipeline(initiator, listener, onEnd);
  pipeline(listener, initiator, onEnd);
}
