import type { QueryClient } from '@tanstack/react-query';
import { abortableDelay } from '../../../api/http/abortableDelay.ts';
import { ApiError, needsSignIn } from '../../../api/http/errors.ts';
import { inParallel, type Outcome } from '../../../api/http/inParallel.ts';
import { fleetPollMs } from '../../../api/polling.ts';
import { deleteTunnel, stopTunnel } from '../../../api/tunnels/tunnelMutations.ts';
import { tunnelQueries } from '../../../api/tunnels/tunnels.ts';
import { type BulkAction, findStoppedTunnels } from '../../../domain/fleet/bulkPlan.ts';
import { tunnelCan } from '../../../domain/tunnel/state.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { BulkBackoff } from './bulkBackoff.ts';

/** As many calls at a time as a browser keeps connections to one server. */
const PARALLEL = 6;

/** How often progress is told: more nobody reads, and each time the page is drawn anew. */
const TELL_EVERY_MS = 250;

/** How long a tunnel may take to stop before it is left for another time. */
const LONGEST_STOP_MS = 120_000;

/** A tunnel that was asked to stop and has not stopped in time, so that it could not be deleted. */
export class StillStoppingError extends Error {
  override readonly name = 'StillStoppingError';
}

/** What a run tells while it goes on. */
export interface BulkProgress {
  phase: 'Stopping' | 'Waiting until they have stopped' | 'Deleting';
  finished: number;
  total: number;
  /** Until when Globus wanted to be left alone when it last said so, milliseconds since the epoch; 0: never. */
  pausedUntilMs: number;
}

/** Does one action to many tunnels, and has the list read anew when it is over. */
export async function runBulk(
  client: QueryClient,
  action: BulkAction,
  tunnels: readonly Tunnel[],
  onProgress: (progress: BulkProgress) => void,
  signal: AbortSignal,
): Promise<Outcome<Tunnel>[]> {
  const step = (
    doing: BulkProgress['phase'],
    items: readonly Tunnel[],
    deed: (id: string) => Promise<unknown>,
  ) => {
    let over = 0;
    const pauses = new BulkBackoff(() => tell(), signal);
    let toldAtMs = 0;
    const tell = () => {
      toldAtMs = Date.now();
      onProgress({ phase: doing, finished: over, total: items.length, pausedUntilMs: pauses.untilMs });
    };
    tell();
    return inParallel(items, ({ id }) => deed(id), {
      concurrency: PARALLEL,
      skipAfterError: hopelessAfter,
      pauseAfterError: (error) => pauses.waitAfter(error),
      onOutcome: ({ kind }) => {
        over += 1;
        if (kind === 'done') pauses.reset();
        if (Date.now() - toldAtMs >= TELL_EVERY_MS) tell();
      },
      signal,
    });
  };
  const stopIfRuns = async (id: string) => {
    const now = client
      .getQueryData(tunnelQueries.list().queryKey)
      ?.tunnels.find((tunnel) => tunnel.id === id);
    // An answer may have been lost, or somebody else was quicker.
    if (!now || tunnelCan.stop(now)) await stopTunnel(id);
  };
  try {
    if (action === 'stop') return await step('Stopping', tunnels, stopIfRuns);
    if (action === 'delete') return await step('Deleting', tunnels, deleteTunnel);
    return await stopAndDelete(client, tunnels, onProgress, step, stopIfRuns, signal);
  } finally {
    void client.invalidateQueries({ queryKey: tunnelQueries.all() });
  }
}

/**
 * A session that is over helps none of them. A demand is of one site's policy, and which of the two it is may not be told:
 * those that share neither with the one that was refused are tried.
 */
function hopelessAfter(error: unknown, refused: Tunnel): ((other: Tunnel) => boolean) | null {
  if (!needsSignIn(error)) return null;
  if (!(error instanceof ApiError) || error.kind !== 'step-up') return () => true;
  const sites = new Set(sitesOf(refused));
  return (other) => sitesOf(other).some((site) => sites.has(site));
}

const sitesOf = ({ initiatorAccessPointId, listenerAccessPointId }: Tunnel) =>
  [initiatorAccessPointId, listenerAccessPointId].filter((id) => id !== null);

type Step = (
  doing: BulkProgress['phase'],
  items: readonly Tunnel[],
  deed: (id: string) => Promise<unknown>,
) => Promise<Outcome<Tunnel>[]>;

async function stopAndDelete(
  client: QueryClient,
  tunnels: readonly Tunnel[],
  onProgress: (progress: BulkProgress) => void,
  step: Step,
  stop: (id: string) => Promise<void>,
  signal: AbortSignal,
): Promise<Outcome<Tunnel>[]> {
  // Of a state that nobody knows Globus decides what it takes: what may be deleted is not made to stop first.
  const running = tunnels.filter((tunnel) => !tunnelCan.delete(tunnel));
  const stops = await step('Stopping', running.filter(tunnelCan.stop), stop);
  const notStopped = stops.filter(({ kind }) => kind !== 'done');
  const failed = new Set(notStopped.map(({ item }) => item));
  const stopping = running.filter((tunnel) => !failed.has(tunnel));
  const stopped = await untilStopped(
    client,
    stopping,
    (over) =>
      onProgress({
        phase: 'Waiting until they have stopped',
        finished: over,
        total: stopping.length,
        pausedUntilMs: 0,
      }),
    signal,
  );
  const late = stopping.filter((tunnel) => !stopped.includes(tunnel));
  const deletes = await step('Deleting', [...tunnels.filter(tunnelCan.delete), ...stopped], deleteTunnel);
  return [
    ...notStopped,
    ...late.map((item): Outcome<Tunnel> => ({ item, kind: 'failed', error: new StillStoppingError() })),
    ...deletes,
  ];
}

/** Reads the list again and again until these tunnels have stopped or are gone, or time is up. */
async function untilStopped(
  client: QueryClient,
  tunnels: readonly Tunnel[],
  onProgress: (stopped: number) => void,
  signal: AbortSignal,
): Promise<readonly Tunnel[]> {
  const off = AbortSignal.any([signal, AbortSignal.timeout(LONGEST_STOP_MS)]);
  const calledOff = new Promise((resolve) => off.addEventListener('abort', resolve));
  const list = tunnelQueries.list();
  const sinceMs = Date.now();
  let stopped: readonly Tunnel[] = [];
  let waitMs: number | false = 0;
  while (stopped.length < tunnels.length && !off.aborted && waitMs !== false) {
    onProgress(stopped.length);
    await abortableDelay(waitMs, off);
    // Not left to the page's polls, which may be paused; but what they have read meanwhile is not asked for again.
    const reading = client.fetchQuery({ ...list, staleTime: waitMs, retry: false });
    // How it failed stands in the query's state.
    await Promise.race([reading.catch(() => undefined), calledOff]);
    const state = client.getQueryState(list.queryKey);
    if (!state) break;
    stopped = findStoppedTunnels(tunnels, state.data?.tunnels ?? [], state.dataUpdatedAt >= sinceMs);
    waitMs = fleetPollMs(state, Date.now());
  }
  return stopped;
}
