import { shortId } from '../text/id.ts';
import type { Contact } from './contact.ts';
import { isTerminal, type TunnelState } from './state.ts';

/** A tunnel as this dashboard knows it. */
export interface Tunnel {
  id: string;
  label: string | null;
  state: TunnelState;
  /** The state exactly as Globus sent it. */
  stateText: string;
  /** A sentence from Globus about the state. Its wording varies: show it, never match on it. */
  status: string;
  /** Milliseconds since the epoch. */
  createdAtMs: number | null;
  lifetimeMinutes: number | null;
  /** Whether Globus restarts it after a failure. */
  restartable: boolean;
  /** The listener address. */
  listenerContact: Contact | null;
  /** The address at which the tunnel accepts connections on the initiator's side. */
  initiatorContact: Contact | null;
  initiatorAccessPointId: string | null;
  listenerAccessPointId: string | null;
  /** The ID of an identity. */
  ownerId: string | null;
  submissionId: string | null;
}

/** The last time that JavaScript can format (ECMA-262, "Time Values"). */
const LAST_TIME_MS = 8.64e15;

/** Returns what to call a tunnel: its label, or "Tunnel a1b2c3…9f0e". */
export function tunnelName({ id, label }: Pick<Tunnel, 'id' | 'label'>): string {
  return label?.trim() || `Tunnel ${shortId(id)}`;
}

/** Returns when a tunnel's lifetime ends, in milliseconds since the epoch; null if Globus doesn't report enough. */
export function endsAtMs({
  createdAtMs,
  lifetimeMinutes,
}: Pick<Tunnel, 'createdAtMs' | 'lifetimeMinutes'>): number | null {
  if (createdAtMs === null || lifetimeMinutes === null) return null;
  const endMs = createdAtMs + lifetimeMinutes * 60_000;
  return Math.abs(endMs) <= LAST_TIME_MS ? endMs : null;
}

/**
 * Returns how much of the lifetime is left, in milliseconds, never negative; null for a stopped tunnel, and if Globus
 * doesn't report enough.
 */
export function timeLeftMs(tunnel: Tunnel, now: number): number | null {
  const endMs = endsAtMs(tunnel);
  return endMs === null || isTerminal(tunnel) ? null : Math.max(0, endMs - now);
}
