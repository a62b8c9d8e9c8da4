import { shortId } from '../text/id.ts';
import type { Contact } from './contact.ts';
import { isTerminal, type TunnelState } from './state.ts';

/** A tunnel as this dashboard knows it. */
export interface Tunnel {
  id: string;
  label: string | null;
  state: TunnelState;
  /** The server's own word for the state. */
  stateText: string;
  /** The server's sentence about the state. Its wording varies: show it, never match on it. */
  status: string;
  /** Milliseconds since the epoch. */
  createdAtMs: number | null;
  lifetimeMinutes: number | null;
  /** Whether Globus restarts it after a failure. */
  restartable: boolean;
  /** Where the listening application is reached. */
  listenerContact: Contact | null;
  /** Where the connecting application finds the tunnel. */
  initiatorContact: Contact | null;
  initiatorAccessPointId: string | null;
  listenerAccessPointId: string | null;
  /** An identity's id. */
  ownerId: string | null;
  submissionId: string | null;
}

/** The last moment JavaScript can format (ECMA-262, "Time Values"). */
const LAST_TIME_MS = 8.64e15;

/** How a tunnel is called on a page: its label, or "Tunnel a1b2c3…9f0e". */
export function tunnelName({ id, label }: Pick<Tunnel, 'id' | 'label'>): string {
  return label?.trim() || `Tunnel ${shortId(id)}`;
}

/** When the tunnel's lifetime is over, in milliseconds since the epoch; null when Globus did not say enough. */
export function endsAtMs({
  createdAtMs,
  lifetimeMinutes,
}: Pick<Tunnel, 'createdAtMs' | 'lifetimeMinutes'>): number | null {
  if (createdAtMs === null || lifetimeMinutes === null) return null;
  const endMs = createdAtMs + lifetimeMinutes * 60_000;
  return Math.abs(endMs) <= LAST_TIME_MS ? endMs : null;
}

/**
 * How much of the lifetime is left, in milliseconds, never below zero; null for a stopped tunnel and when
 * Globus did not say enough.
 */
export function timeLeftMs(tunnel: Tunnel, now: number): number | null {
  const endMs = endsAtMs(tunnel);
  return endMs === null || isTerminal(tunnel) ? null : Math.max(0, endMs - now);
}
