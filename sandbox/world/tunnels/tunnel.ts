/** A tunnel as the sandbox keeps it; times are world milliseconds. */
export interface Tunnel {
  id: string;
  /** The primary identity of whoever made it. */
  ownerId: string;
  initiatorAccessPointId: string;
  listenerAccessPointId: string;
  submissionId: string;
  label: string | null;
  lifetimeMins: number;
  restartable: boolean;
  listenerIpAddress: string | null;
  listenerPort: number | null;
  initiatorIpAddress: string | null;
  initiatorPort: number | null;
  createdAt: number;
  /** One of the states of the contract, or any other word that control pushed it into. */
  state: string;
  status: string;
  /** Oldest first. */
  events: TunnelEvent[];
  /** False for invented tunnels: thousands of them are ACTIVE and no port is opened for those. */
  forwardsTraffic: boolean;
  /** How often it came back after a failure. */
  restartCount: number;
}

export interface TunnelEvent {
  id: number;
  code: string;
  isError: boolean;
  description: string;
  details: string;
  at: number;
}

/** Where the listener's application accepts connections. */
export interface ListenerContact {
  ipAddress: string;
  port: number;
}

/** The listener's contact if it has been given. */
export function listenerContactOf(tunnel: Tunnel): ListenerContact | undefined {
  if (tunnel.listenerIpAddress === null || tunnel.listenerPort === null) return undefined;
  return { ipAddress: tunnel.listenerIpAddress, port: tunnel.listenerPort };
}

/** When the lifetime is over. */
export function tunnelEndsAt(tunnel: Tunnel): number {
  return tunnel.createdAt + tunnel.lifetimeMins * 60_000;
}

/** Told by the server in a tunnel's `status`; the wording is the sandbox's own and may change. */
export const STATUS_TEXT = {
  UNINITIALIZED: 'The tunnel is being set up at both access points.',
  AWAITING_LISTENER: 'The tunnel is waiting for the contact details of the listener.',
  CONNECTING: 'The contact details of the listener have arrived; the tunnel is being connected.',
  RESTARTING: 'The tunnel failed and is being restarted.',
  ACTIVE: 'The tunnel is active.',
  STOPPING: 'The tunnel is being stopped.',
} as const;
