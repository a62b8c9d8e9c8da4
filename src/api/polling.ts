// When to ask again. Pure functions from a query's state to milliseconds (or false: not at all), for use as
// `refetchInterval: (query) => pollFleet(query.state, Date.now())`.
//
// They must give the same answer for the same state: react-query starts its timer anew whenever the answer
// changes, and asks on every render. So the jitter comes from the state as well, not from Math.random().

import type { QueryState } from '@tanstack/react-query';
import { isTerminal, isTransitional } from '../domain/tunnel/state.ts';
import type { Tunnel } from '../domain/tunnel/tunnel.ts';
import { ApiError, EndlessListError, isBlockedUntilSignIn, isNotFoundOrForbidden } from './http/errors.ts';
import type { TunnelList } from './tunnels/list/list.ts';

/** How often to ask, in milliseconds, by what there is to see. */
const CADENCE = {
  fleet: { settlingMs: 3000, steadyMs: 15_000 },
  tunnel: { settlingMs: 2000, awaitingMs: 5000, steadyMs: 15_000 },
  events: { settlingMs: 3000, steadyMs: 15_000 },
  failing: { firstMs: 5000, maxMs: 60_000 },
};

/** What settles for longer than this is stuck: no reason to hurry any more. */
const MAX_SETTLING_MS = 10 * 60_000;

/** An event may be written a moment after the state it tells of. */
const LAST_EVENT_MS = 5000;

/** The part of a query's state polling depends on. */
export type PollState<TData> = Pick<
  QueryState<TData, Error>,
  'data' | 'dataUpdatedAt' | 'error' | 'errorUpdatedAt' | 'errorUpdateCount'
>;

/**
 * The list of tunnels: 3 s while any tunnel settles, each for ten minutes at most; 15 s when all is steady.
 *
 * @param now milliseconds since the epoch
 */
export function fleetPollMs(state: PollState<TunnelList>, now: number): number | false {
  if (state.error) return afterFailure(state, state.error);
  const settling = Object.values(state.data?.transitionalSinceMs ?? {});
  const isLively = settling.some((sinceMs) => now - sinceMs < MAX_SETTLING_MS);
  return isLively ? CADENCE.fleet.settlingMs : CADENCE.fleet.steadyMs;
}

/**
 * One tunnel: 2 s while it settles, 5 s while somebody is expected to start its listener, 15 s when steady; off
 * when it is over, or was never ours to see.
 */
export function tunnelPollMs(state: PollState<Tunnel>): number | false {
  if (wasNeverOurs(state)) return false;
  if (state.error) return afterFailure(state, state.error);
  if (!state.data) return CADENCE.tunnel.steadyMs;
  if (isTerminal(state.data)) return false;
  if (isTransitional(state.data)) return CADENCE.tunnel.settlingMs;
  return state.data.state === 'AWAITING_LISTENER' ? CADENCE.tunnel.awaitingMs : CADENCE.tunnel.steadyMs;
}

/**
 * A tunnel's events: 3 s while it settles, 15 s when steady, times the calls that the next reading may take; off
 * once they were read a moment after the tunnel was seen to be over, so that the last event is not missed.
 *
 * @param tunnel the state of the tunnel's own query, if there is one
 * @param calls how many the next reading may take
 */
export function eventsPollMs(
  state: PollState<unknown>,
  tunnel: Pick<PollState<Tunnel>, 'data' | 'dataUpdatedAt'> | undefined,
  calls: number,
): number | false {
  if (wasNeverOurs(state)) return false;
  if (state.error) return afterFailure(state, state.error);
  if (!tunnel?.data) return CADENCE.events.steadyMs * calls;
  if (isTerminal(tunnel.data)) {
    return state.dataUpdatedAt >= tunnel.dataUpdatedAt + LAST_EVENT_MS ? false : CADENCE.events.settlingMs;
  }
  return (isTransitional(tunnel.data) ? CADENCE.events.settlingMs : CADENCE.events.steadyMs) * calls;
}

/** What seldom changes and is read once: not again when it is known, and until then as after any failure. */
export function retryUntilLoadedMs(state: PollState<unknown>): number | false {
  return state.error && !wasNeverOurs(state) ? afterFailure(state, state.error) : false;
}

/** Whether the service asked to be left alone for longer than until now (Retry-After). */
export function isWithinRetryAfter({ error, errorUpdatedAt }: PollState<unknown>, now: number): boolean {
  const retryAfterMs = error instanceof ApiError ? (error.retryAfterMs ?? 0) : 0;
  return now < errorUpdatedAt + retryAfterMs;
}

/** Nor ever will be, by asking again: not there, or an id that cannot be one. What was known may come back. */
function wasNeverOurs({ data, error }: PollState<unknown>): boolean {
  return (
    data === undefined &&
    (isNotFoundOrForbidden(error) || (error instanceof ApiError && error.kind === 'validation'))
  );
}

/**
 * Backs off: waits about as long again as it has already been failing, which doubles each time, from 5 s to
 * 60 s, with jitter (three quarters to the whole), and never less than Retry-After.
 */
function afterFailure(state: PollState<unknown>, error: Error): number | false {
  // Signing in again makes the pages ask anew.
  if (isBlockedUntilSignIn(error)) return false;
  // Thousands of calls to the same end: only a person asks for that again.
  if (error instanceof EndlessListError) return false;
  const { firstMs, maxMs } = CADENCE.failing;
  const neverWorked = state.dataUpdatedAt === 0;
  const failingMs = neverWorked
    ? firstMs * 2 ** Math.max(0, state.errorUpdateCount - 1)
    : state.errorUpdatedAt - state.dataUpdatedAt;
  const backOffMs = Math.min(Math.max(failingMs, firstMs), maxMs);
  const jitter = 0.75 + (state.errorUpdatedAt % 1000) / 4000;
  const retryAfterMs = error instanceof ApiError ? (error.retryAfterMs ?? 0) : 0;
  return Math.max(Math.round(backOffMs * jitter), retryAfterMs);
}
