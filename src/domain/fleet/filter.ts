import { needsAttention } from '../tunnel/outcome.ts';
import type { TunnelState } from '../tunnel/state.ts';
import { type Tunnel, timeLeftMs } from '../tunnel/tunnel.ts';
import type { FleetNames } from './names.ts';
import { endpointIdsOf, searchText } from './names.ts';
import type { FleetOutcomes } from './outcomes.ts';

/** The two sides of a tunnel. */
export const SIDES = ['initiator', 'listener'] as const;
type Side = (typeof SIDES)[number];

/** What narrows the list of tunnels. The URL of the page holds it (urlState.ts). */
export interface FleetFilter {
  /** Words that must all occur in a tunnel's search text. */
  text: string;
  /** Whether someone should look at the tunnel; false for every tunnel. */
  needsAttention: boolean;
  /** Any of these; empty for every state. */
  states: readonly TunnelState[];
  accessPointId: string | null;
  /** On which side the access point must be; null for either. */
  side: Side | null;
  /** The endpoint of the access point on either side. */
  endpointId: string | null;
  ownerId: string | null;
  restartable: boolean | null;
  /** The tunnel has not ended and has at most this much time left. */
  maxTimeLeftMinutes: number | null;
  maxAgeMinutes: number | null;
  minAgeMinutes: number | null;
}

export const EMPTY_FILTER: FleetFilter = {
  text: '',
  needsAttention: false,
  states: [],
  accessPointId: null,
  side: null,
  endpointId: null,
  ownerId: null,
  restartable: null,
  maxTimeLeftMinutes: null,
  maxAgeMinutes: null,
  minAgeMinutes: null,
};

/** Returns whether the result of a filter changes as time passes. */
export function dependsOnTime(filter: FleetFilter): boolean {
  const { needsAttention: attention, maxTimeLeftMinutes, maxAgeMinutes, minAgeMinutes } = filter;
  return attention || maxTimeLeftMinutes !== null || maxAgeMinutes !== null || minAgeMinutes !== null;
}

/** Counts the conditions of a filter that the filter panel shows. */
export function countPanelFilters(filter: FleetFilter): number {
  const { text: _, needsAttention: __, side: ___, states, ...conditions } = filter;
  return Object.values(conditions).filter((value) => value !== null).length + Number(states.length > 0);
}

/** What a filter looks up about a tunnel in the names that are loaded. */
interface FleetLookup {
  textOf: (tunnel: Tunnel) => string;
  endpointIdsOf: (tunnel: Tunnel) => readonly string[];
}

/** Creates a lookup that keeps a tunnel's search text as long as the tunnel is the same object. */
export function createFleetLookup(names: FleetNames): FleetLookup {
  const texts = new WeakMap<Tunnel, string>();
  return {
    textOf: (tunnel) => {
      const cached = texts.get(tunnel);
      if (cached !== undefined) return cached;
      const text = searchText(tunnel, names);
      texts.set(tunnel, text);
      return text;
    },
    endpointIdsOf: (tunnel) => endpointIdsOf(tunnel, names),
  };
}

/**
 * Returns the tunnels that match a filter, in their order.
 *
 * @param lookup from {@link createFleetLookup}
 * @param outcomes null for a filter that doesn't depend on time
 */
export function filterFleet(
  tunnels: readonly Tunnel[],
  filter: FleetFilter,
  lookup: FleetLookup,
  outcomes: FleetOutcomes | null,
): Tunnel[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const { endpointId } = filter;
  return tunnels.filter(
    (tunnel) =>
      meetsFilter(tunnel, filter, outcomes) &&
      (endpointId === null || lookup.endpointIdsOf(tunnel).includes(endpointId)) &&
      (words.length === 0 || containsAll(lookup.textOf(tunnel), words)),
  );
}

/** Returns whether a tunnel meets every condition of a filter that needs no names: all but text and endpoint. */
export function meetsFilter(tunnel: Tunnel, filter: FleetFilter, outcomes: FleetOutcomes | null): boolean {
  if (filter.states.length > 0 && !filter.states.includes(tunnel.state)) return false;
  if (filter.needsAttention && !(outcomes && needsAttention(outcomes.of(tunnel)))) return false;
  return meetsConditions(tunnel, filter) && meetsTimes(tunnel, filter, outcomes?.now ?? 0);
}

function meetsConditions(
  tunnel: Tunnel,
  { accessPointId, side, ownerId, restartable }: FleetFilter,
): boolean {
  if (accessPointId !== null && !isAt(tunnel, accessPointId, side)) return false;
  if (ownerId !== null && tunnel.ownerId !== ownerId) return false;
  return restartable === null || tunnel.restartable === restartable;
}

function isAt(tunnel: Tunnel, accessPointId: string, side: Side | null): boolean {
  const isInitiator = side !== 'listener' && tunnel.initiatorAccessPointId === accessPointId;
  return isInitiator || (side !== 'initiator' && tunnel.listenerAccessPointId === accessPointId);
}

function meetsTimes(tunnel: Tunnel, filter: FleetFilter, now: number): boolean {
  const { maxTimeLeftMinutes, maxAgeMinutes, minAgeMinutes } = filter;
  if (maxTimeLeftMinutes !== null) {
    const leftMs = timeLeftMs(tunnel, now);
    if (leftMs === null || leftMs > maxTimeLeftMinutes * MINUTE_MS) return false;
  }
  if (maxAgeMinutes === null && minAgeMinutes === null) return true;
  if (tunnel.createdAtMs === null) return false;
  const ageMinutes = (now - tunnel.createdAtMs) / MINUTE_MS;
  return ageMinutes <= (maxAgeMinutes ?? Infinity) && ageMinutes >= (minAgeMinutes ?? -Infinity);
}

const MINUTE_MS = 60_000;

const containsAll = (text: string, words: readonly string[]) => words.every((word) => text.includes(word));
