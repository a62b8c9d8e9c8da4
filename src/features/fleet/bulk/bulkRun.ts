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

/** As many requests at a time as a browser has connections to one server. */
const CONCURRENCY = 6;

/** How often progress is reported: each report renders the page. */
const PROGRESS_EVERY_MS = 250;

/** How long to wait for tunnels to stop before giving up on deleting them. */
const LONGEST_STOP_MS = 120_000;

/** The tunnel didn't stop in time, so it couldn't be deleted. */
export class StillStoppingError extends Error {
  override readonly name = 'StillStoppingError';
}

/** The progress of one phase of a run. */
export interface BulkProgress {
  phase: 'Stopping tunnels' | 'Waiting for tunnels to stop' | 'Deleting tunnels';
  finished: number;
  total: number;
  /** The end of the last pause that Globus asked for, in milliseconds since the epoch; 0 for none. */
  pausedUntilMs: number;
}

/** Runs an action on many tunnels, and refreshes the list afterwards. */
export async function runBulk(
  client: QueryClient,
  action: BulkAction,
  tunnels: readonly Tunnel[],
  onProgress: (progress: BulkProgress) => void,
  signal: AbortSignal,
): Promise<Outcome<Tunnel>[]> {
  const step = (
    phase: BulkProgress['phase'],
    items: readonly Tunnel[],
    task: (id: string) => Promise<unknown>,
  ) => {
    let finished = 0;
    const backoff = new BulkBackoff(() => report(), signal);
    let reportedAtMs = 0;
    const report = () => {
      reportedAtMs = Date.now();
      onProgress({ phase, finished, total: items.length, pausedUntilMs: backoff.untilMs });
    };
    report();
    return inParallel(items, ({ id }) => task(id), {
      concurrency: CONCURRENCY,
      skipAfterError: tunnelsToSkip,
      pauseAfterError: (error) => backoff.waitAfter(error),
      onOutcome: ({ kind }) => {
        finished += 1;
        if (kind === 'done') backoff.reset();
        if (Date.now() - reportedAtMs >= PROGRESS_EVERY_MS) report();
      },
      signal,
    });
  };
  const stopIfRunning = async (id: string) => {
    const now = client
      .getQueryData(tunnelQueries.list().queryKey)
      ?.tunnels.find((tunnel) => tunnel.id === id);
    // It may be stopping already: a response was lost, or someone else stopped it.
    if (!now || tunnelCan.stop(now)) await stopTunnel(id);
  };
  try {
    if (action === 'stop') return await step('Stopping tunnels', tunnels, stopIfRunning);
    if (action === 'delete') return await step('Deleting tunnels', tunnels, deleteTunnel);
    return await stopAndDelete(client, tunnels, onProgress, step, stopIfRunning, signal);
  } finally {
    void client.invalidateQueries({ queryKey: tunnelQueries.all() });
  }
}

/**
 * Returns which tunnels to skip after an error. An expired session rules out all of them. A site's demand to sign in may
 * come from either side of the refused tunnel, so it rules out the tunnels that share an access point with it.
 */
function tunnelsToSkip(error: unknown, refused: Tunnel): ((other: Tunnel) => boolean) | null {
  if (!needsSignIn(error)) return null;
  if (!(error instanceof ApiError) || error.kind !== 'step-up') return () => true;
  const refusing = new Set(accessPointsOf(refused));
  return (other) => accessPointsOf(other).some((id) => refusing.has(id));
}

const accessPointsOf = ({ initiatorAccessPointId, listenerAccessPointId }: Tunnel) =>
  [initiatorAccessPointId, listenerAccessPointId].filter((id) => id !== null);

type Step = (
  phase: BulkProgress['phase'],
  items: readonly Tunnel[],
  task: (id: string) => Promise<unknown>,
) => Promise<Outcome<Tunnel>[]>;

async function stopAndDelete(
  client: QueryClient,
  tunnels: readonly Tunnel[],
  onProgress: (progress: BulkProgress) => void,
  step: Step,
  stop: (id: string) => Promise<void>,
  signal: AbortSignal,
): Promise<Outcome<Tunnel>[]> {
  // Globus decides what it accepts in an unknown state; what may be deletable isn't stopped first.
  const running = tunnels.filter((tunnel) => !tunnelCan.delete(tunnel));
  const stops = await step('Stopping tunnels', running.filter(tunnelCan.stop), stop);
  const notStopped = stops.filter(({ kind }) => kind !== 'done');
  const failed = new Set(notStopped.map(({ item }) => item));
  const stopping = running.filter((tunnel) => !failed.has(tunnel));
  const stopped = await waitUntilStopped(
    client,
    stopping,
    (finished) =>
      onProgress({
        phase: 'Waiting for tunnels to stop',
        finished,
        total: stopping.length,
        pausedUntilMs: 0,
      }),
    signal,
  );
  const late = stopping.filter((tunnel) => !stopped.includes(tunnel));
  const deletes = await step(
    'Deleting tunnels',
    [...tunnels.filter(tunnelCan.delete), ...stopped],
    deleteTunnel,
  );
  return [
    ...notStopped,
    ...late.map((item): Outcome<Tunnel> => ({ item, kind: 'failed', error: new StillStoppingError() })),
    ...deletes,
  ];
}

/** Polls the list until these tunnels have stopped or are deleted, or the time is up. */
async function waitUntilStopped(
  client: QueryClient,
  tunnels: readonly Tunnel[],
  onProgress: (stopped: number) => void,
  signal: AbortSignal,
): Promise<readonly Tunnel[]> {
  const ended = AbortSignal.any([signal, AbortSignal.timeout(LONGEST_STOP_MS)]);
  const aborted = new Promise((resolve) => ended.addEventListener('abort', resolve));
  const list = tunnelQueries.list();
  const sinceMs = Date.now();
  let stopped: readonly Tunnel[] = [];
  let waitMs: number | false = 0;
  while (stopped.length < tunnels.length && !ended.aborted && waitMs !== false) {
    onProgress(stopped.length);
    await abortableDelay(waitMs, ended);
    // The page's own polls may be paused. What they have loaded in the meantime isn't requested again.
    const loading = client.fetchQuery({ ...list, staleTime: waitMs, retry: false });
    // The query's state holds the error.
    await Promise.race([loading.catch(() => undefined), aborted]);
    const state = client.getQueryState(list.queryKey);
    if (!state) break;
    stopped = findStoppedTunnels(tunnels, state.data?.tunnels ?? [], state.dataUpdatedAt >= sinceMs);
    waitMs = fleetPollMs(state, Date.now());
  }
  return stopped;
}
