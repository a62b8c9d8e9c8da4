import type { AddressInfo, Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { pipeline } from 'node:stream';
import type { ConnectionFailure, DataPlane } from '../world/tunnels/dataPlane.ts';
import type { ListenerContact } from '../world/tunnels/tunnel.ts';
import { isLoopback } from './loopback.ts';

const INITIATOR_IP_ADDRESS = '127.0.0.1';

interface Route {
  listener: ListenerContact;
  onFailure: (failure: ConnectionFailure) => void;
}

interface Gate {
  server: Server;
  port: number;
  sockets: Set<Socket>;
  /** Undefined while the tunnel is not active: connections are closed at once. */
  route: Route | undefined;
}

/** Real TCP for active tunnels: what connects to the initiator's port is carried to the listener and back. */
export class Forwarder implements DataPlane {
  readonly #gates = new Map<string, Gate>();
  #closed = false;

  async reserve(tunnelId: string): Promise<void> {
    if (this.#gates.has(tunnelId)) return;
    // Half-open, because either side may be done sending while the other goes on.
    const server = createServer({ allowHalfOpen: true });
    await new Promise<void>((resolve) => {
      // Without a port the tunnel fails later, with an event that says so.
      server.once('error', () => resolve());
      server.listen(0, INITIATOR_IP_ADDRESS, resolve);
    });
    const address = server.address() as AddressInfo | null;
    if (!address || this.#closed || this.#gates.has(tunnelId)) {
      server.close();
      return;
    }
    const gate: Gate = { server, port: address.port, sockets: new Set(), route: undefined };
    server.on('connection', (socket) => accept(gate, socket));
    this.#gates.set(tunnelId, gate);
  }

  open(
    tunnelId: string,
    listener: ListenerContact,
    onFailure: Route['onFailure'],
  ): ListenerContact | undefined {
    const gate = this.#gates.get(tunnelId);
    if (!gate) return undefined;
    gate.route = { listener, onFailure };
    return { ipAddress: INITIATOR_IP_ADDRESS, port: gate.port };
  }

  suspend(tunnelId: string): void {
    const gate = this.#gates.get(tunnelId);
    if (!gate) return;
    gate.route = undefined;
    for (const socket of gate.sockets) socket.destroy();
  }

  close(tunnelId: string): void {
    const gate = this.#gates.get(tunnelId);
    this.suspend(tunnelId);
    gate?.server.close();
    this.#gates.delete(tunnelId);
  }

  closeAll(): void {
    this.#closed = true;
    for (const tunnelId of [...this.#gates.keys()]) this.close(tunnelId);
  }
}

function keep(gate: Gate, socket: Socket): void {
  gate.sockets.add(socket);
  socket.once('close', () => gate.sockets.delete(socket));
}

function accept(gate: Gate, initiator: Socket): void {
  keep(gate, initiator);
  // An error always comes with a close, and the pipelines see to the other side; it must only not be unhandled.
  initiator.on('error', () => {});
  const { route } = gate;
  if (!route) return void initiator.destroy();
  const { ipAddress, port } = route.listener;
  if (!isLoopback(ipAddress)) {
    route.onFailure('out-of-reach');
    initiator.destroy();
    return;
  }
  const listener = connect({ host: ipAddress, port, allowHalfOpen: true });
  keep(gate, listener);
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
    joinBothWays(initiator, listener);
  });
  initiator.once('close', () => {
    if (!isConnected) listener.destroy();
  });
}

/** Two pipelines, so that each direction has its back-pressure and ends when its own sender is done. */
function joinBothWays(initiator: Socket, listener: Socket): void {
  const whenDone = (error: NodeJS.ErrnoException | null) => {
    if (!error) return;
    initiator.destroy();
    listener.destroy();
  };
  pipeline(initiator, listener, whenDone);
  pipeline(listener, initiator, whenDone);
}
