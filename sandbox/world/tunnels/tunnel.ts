/** A tunnel. Times are milliseconds of the simulated clock. */
export interface Tunnel {
  id: string;
  /** The primary identity of the person who created it. */
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
  /** One of the documented states, or any other value that a test has set. */
  state: string;
  status: string;
  /** Oldest first. */
  events: TunnelEvent[];
  /** False for generated tunnels, because a port for each of thousands of active tunnels would be too many. */
  forwardsTraffic: boolean;
  /** Number of restarts after a failure. */
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

/** An address and port: of the listener's program, or of the initiator's side. */
export interface ListenerContact {
  ipAddress: string;
  port: number;
}

/** Returns the listener address, or undefined if it isn't set. */
export function listenerContactOf(tunnel: Tunnel): ListenerContact | undefined {
  if (tunnel.listenerIpAddress === null || tunnel.listenerPort === null) return undefined;
  return { ipAddress: tunnel.listenerIpAddress, port: tunnel.listenerPort };
}

/** Returns when the lifetime ends, in milliseconds of the simulated clock. */
export function tunnelEndsAt(tunnel: Tunnel): number {
  return tunnel.createdAt + tunnel.lifetimeMins * 60_000;
}

/** The text of a tunnel's `status`. Two are as recorded from Globus, the others are the sandbox's own. */
export const STATUS_TEXT = {
  UNINITIALIZED: 'The tunnel is being set up at both access points.',
  AWAITING_LISTENER: 'The tunnel is waiting for listening contact detail setup.',
  CONNECTING: 'The contact details of the listener have arrived; the tunnel is being connected.',
  RESTARTING: 'The tunnel failed and is being restarted.',
  ACTIVE: 'The tunnel is active.',
  STOPPING: 'A request to stop tunnel has been received.',
} as const;

/** Why a tunnel ended that someone stopped, as recorded from Globus. */
export const STOPPED_ON_REQUEST = 'Tunnel stopped as requested.';
