// When to refetch. Pure functions from a query's state to milliseconds (or false: don't), for use as
// `refetchInterval: ({ state }) => fleetPollMs(state, Date.now())`.
//
// The same state must give the same result: TanStack Query calls them on every render, and restarts its timer
// whenever the result changes. So the jitter is derived from the state as well, not from Math.random().

import type { QueryState } from '@tanstack/react-query';
import { isTerminal, isTransitional } from '../domain/tunnel/state.ts';
import { ApiError, EndlessListError, isBlockedUntilSignIn, isNotFoundOrForbidden } from './http/errors.ts';
import type { TunnelList } from './tunnels/list/list.ts';
import type { TunnelDetail } from './tunnels/tunnels.ts';

/** How often to refetch, in milliseconds. Everything faster than steady is bounded by MAX_FAST_MS. */
const CADENCE = {
  fleet: { transitionalMs: 3000, steadyMs: 15_000 },
  tunnel: { transitionalMs: 2000, awaitingListenerMs: 5000, steadyMs: 15_000 },
  events: { transitionalMs: 3000, steadyMs: 15_000 },
  failing: { firstMs: 5000, maxMs: 60_000 },
  // A wall display stays open for weeks: it shows the names of new access points within an hour.
  directory: { steadyMs: 60 * 60_000 },
};

/** A tunnel that has been in the same state for longer than this is stuck, or someone lets it wait. */
const MAX_FAST_MS = 10 * 60_000;

/** An event may be recorded a moment after the change of state that it reports. */
export const LAST_EVENT_MS = 5000;

/** The part of a query's state that polling depends on. */
export type PollState<TData> = Pick<
  QueryState<TData, Error>,
  'data' | 'dataUpdatedAt' | 'error' | 'errorUpdatedAt' | 'errorUpdateCount'
>;

/**
 * The list of tunnels: every 3 s while any tunnel is in a transitional state, counting each one for ten minutes;
 * otherwise every 15 s.
 *
 * @param now milliseconds since the epoch
 */
export function fleetPollMs(state: PollState<TunnelList>, now: number): number | false {
  if (state.error) return retryMs(state, state.error);
  const sinceMs = Object.values(state.data?.transitionalSinceMs ?? {});
  return sinceMs.some((ms) => isRecent(ms, now)) ? CADENCE.fleet.transitionalMs : CADENCE.fleet.steadyMs;
}

/**
 * The list of tunnels, while it is unknown whether it will show a new one: every 3 s for ten minutes, then every 15 s.
 *
 * @param sinceMs when the creation failed, in milliseconds since the epoch
 * @param now milliseconds since the epoch
 */
export function unconfirmedCreationPollMs(
  state: PollState<TunnelList>,
  sinceMs: number,
  now: number,
): number | false {
  if (state.error) return retryMs(state, state.error);
  return isRecent(sinceMs, now) ? CADENCE.fleet.transitionalMs : CADENCE.fleet.steadyMs;
}

/**
 * One tunnel: every 2 s in a transitional state, every 5 s while it waits for its listener, both for ten minutes;
 * otherwise every 15 s. Never when it has stopped, or when it was never found.
 *
 * @param now milliseconds since the epoch
 */
export function tunnelPollMs(state: PollState<TunnelDetail>, now: number): number | false {
  if (wasNeverFound(state)) return false;
  if (state.error) return retryMs(state, state.error);
  if (!state.data) return CADENCE.tunnel.steadyMs;
  const { tunnel, stateSinceMs } = state.data;
  if (isTerminal(tunnel)) return false;
  if (!isRecent(stateSinceMs, now)) return CADENCE.tunnel.steadyMs;
  if (isTransitional(tunnel)) return CADENCE.tunnel.transitionalMs;
  return tunnel.state === 'AWAITING_LISTENER' ? CADENCE.tunnel.awaitingListenerMs : CADENCE.tunnel.steadyMs;
}

/**
 * A tunnel's events: every 3 s while the tunnel is in a transitional state, for ten minutes; otherwise every 15 s.
 * Multiplied by the number of calls that a load takes. When the tunnel has stopped, they are loaded until 5 s later,
 * so that the last event isn't missed.
 *
 * @param detail the state of the tunnel's own query, if it exists
 * @param calls how many calls the next load may take
 * @param now milliseconds since the epoch
 */
export function eventsPollMs(
  state: PollState<unknown>,
  detail: Pick<PollState<TunnelDetail>, 'data' | 'dataUpdatedAt'> | undefined,
  calls: number,
  now: number,
): number | false {
  if (wasNeverFound(state)) return false;
  if (state.error) return retryMs(state, state.error);
  if (!detail?.data) return CADENCE.events.steadyMs * calls;
  const { tunnel, stateSinceMs } = detail.data;
  if (isTerminal(tunnel))
    return state.dataUpdatedAt >= detail.dataUpdatedAt + LAST_EVENT_MS
      ? false
      : CADENCE.events.transitionalMs;
  const isFast = isTransitional(tunnel) && isRecent(stateSinceMs, now);
  return (isFast ? CADENCE.events.transitionalMs : CADENCE.events.steadyMs) * calls;
}

/** The names of all access points: every hour. */
export function directoryPollMs(state: PollState<unknown>): number {
  return retryUntilLoadedMs(state) || CADENCE.directory.steadyMs;
}

/** Data that rarely changes: only retried after a failure, until it is loaded. */
export function retryUntilLoadedMs(state: PollState<unknown>): number | false {
  return state.error && !wasNeverFound(state) ? retryMs(state, state.error) : false;
}

/** Returns whether the Retry-After of the last failure isn't over yet. */
export function isWithinRetryAfter({ error, errorUpdatedAt }: PollState<unknown>, now: number): boolean {
  const retryAfterMs = error instanceof ApiError ? (error.retryAfterMs ?? 0) : 0;
  return now < errorUpdatedAt + retryAfterMs;
}

function isRecent(sinceMs: number, now: number): boolean {
  return now - sinceMs < MAX_FAST_MS;
}

/** Not found, or not a valid ID: refetching doesn't help. What was found once, however, may come back. */
function wasNeverFound({ data, error }: PollState<unknown>): boolean {
  return (
    data === undefined &&
    (isNotFoundOrForbidden(error) || (error instanceof ApiError && error.kind === 'validation'))
  );
}

/**
 * Backs off: waits about as long as the query has been failing, which doubles the delay each time, from 5 s to 60 s,
 * with jitter (75 to 100 percent), and never less than Retry-After.
 */
function retryMs(state: PollState<unknown>, error: Error): number | false {
  // Signing in again invalidates the queries.
  if (isBlockedUntilSignIn(error)) return false;
  // Another attempt would cost thousands of calls; only a person starts it.
  if (error instanceof EndlessListError) return false;
  const { firstMs, maxMs } = CADENCE.failing;
  const wasNeverLoaded = state.dataUpdatedAt === 0;
  const failingMs = wasNeverLoaded
    ? firstMs * 2 ** Math.max(0, state.errorUpdateCount - 1)
    : state.errorUpdatedAt - state.dataUpdatedAt;
  const backOffMs = Math.min(Math.max(failingMs, firstMs), maxMs);
  const jitter = 0.75 + (state.errorUpdatedAt % 1000) / 4000;
  const retryAfterMs = error instanceof ApiError ? (error.retryAfterMs ?? 0) : 0;
  return Math.max(Math.round(backOffMs * jitter), retryAfterMs);
}
