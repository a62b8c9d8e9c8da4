import type { ListenerContact } from './tunnel.ts';

/** A connection through a tunnel that came to nothing. */
export type ConnectionFailure = 'out-of-reach' | { reason: string };

/** What carries bytes for active tunnels; implemented in `data-plane/`. */
export interface DataPlane {
  /**
   * Takes a port for the tunnel's initiator, on which nothing is let through yet. Done ahead of time so that
   * becoming active never has to wait for the operating system: the clock may be moved by days at once.
   */
  reserve(tunnelId: string): Promise<void>;
  /** Lets connections through; the initiator's address, or undefined when no port was taken. */
  open(
    tunnelId: string,
    listener: ListenerContact,
    onFailure: (failure: ConnectionFailure) => void,
  ): ListenerContact | undefined;
  /** Closes live connections and keeps the port, because the tunnel is to come back. */
  suspend(tunnelId: string): void;
  /** Closes live connections and the port. */
  close(tunnelId: string): void;
}
