import type { ListenerContact } from './tunnel.ts';

/** Why a connection through a tunnel failed. */
export type ConnectionFailure = 'out-of-reach' | { reason: string };

/** Forwards the bytes of active tunnels. Implemented in `data-plane/`. */
export interface DataPlane {
  /**
   * Reserves a port for the initiator, which doesn't forward anything yet. This happens in advance so that a tunnel can
   * become active without waiting for the operating system, even when the clock is advanced by days.
   */
  reserve(tunnelId: string): Promise<void>;
  /** Starts forwarding. Returns the address of the initiator, or undefined if no port is reserved. */
  open(
    tunnelId: string,
    listener: ListenerContact,
    onFailure: (failure: ConnectionFailure) => void,
  ): ListenerContact | undefined;
  /** Closes open connections but keeps the port, for a tunnel that restarts. */
  suspend(tunnelId: string): void;
  /** Closes open connections and the port. */
  close(tunnelId: string): void;
}
