import type { ChangeKind, FleetChange } from './fleetChanges.ts';

/** One thing told: a change, or many of a kind as one summary. */
export interface Telling {
  kind: ChangeKind;
  /** Milliseconds since the epoch. */
  atMs: number;
  changes: readonly FleetChange[];
}

/** So many of a kind at once are told one by one; more are a burst. */
const MOST_SINGLE = 3;
/** A burst that spreads over several looks at the list is still one. */
const SAME_BURST_MS = 60_000;
const LONGEST_FEED = 200;

/** What to say of changes that were seen at one time: bursts as one summary a kind. */
export function tellingsOf(changes: readonly FleetChange[], atMs: number): Telling[] {
  const kinds = [...new Set(changes.map(({ kind }) => kind))];
  return kinds.flatMap((kind): Telling[] => {
    const ofKind = changes.filter((change) => change.kind === kind);
    if (ofKind.length > MOST_SINGLE) return [{ kind, atMs, changes: ofKind }];
    return ofKind.map((change) => ({ kind, atMs, changes: [change] }));
  });
}

/** The feed with what is new, newest first; what belongs to the burst told last goes into its summary. */
export function addToFeed(feed: readonly Telling[], tellings: readonly Telling[]): Telling[] {
  const longer = [...feed];
  for (const telling of tellings) {
    const at = longer.findIndex(({ kind }) => kind === telling.kind);
    const last = longer[at];
    if (last && last.changes.length > MOST_SINGLE && telling.atMs - last.atMs <= SAME_BURST_MS) {
      longer[at] = { ...last, changes: [...last.changes, ...telling.changes] };
    } else {
      longer.unshift(telling);
    }
  }
  return longer.slice(0, LONGEST_FEED);
}

const SUMMARIES: Readonly<Record<ChangeKind, string>> = {
  active: 'tunnels became active',
  failed: 'tunnels failed',
  stopped: 'tunnels stopped',
  ending: 'tunnels end soon',
};

/** A telling in one sentence. */
export function tellingText({ kind, changes }: Telling): string {
  const [only] = changes;
  if (only && changes.length === 1) return `${only.tunnelName} ${only.words}`;
  return `${changes.length} ${SUMMARIES[kind]}`;
}

/** After this long the same may be told again: a tunnel that restarts becomes active more than once. */
const AGAIN_AFTER_MS: Readonly<Record<ChangeKind, number>> = {
  active: 60_000,
  failed: 60_000,
  stopped: Number.POSITIVE_INFINITY,
  ending: Number.POSITIVE_INFINITY,
};
const FORGET_AFTER_MS = 24 * 3_600_000;

/** What was told: `kind tunnelId` -> when, milliseconds since the epoch. */
export type Told = Readonly<Record<string, number>>;

/** Splits off what was not told yet, and says what is told after it. */
export function untold(
  changes: readonly FleetChange[],
  told: Told,
  now: number,
): { fresh: FleetChange[]; told: Told } {
  const kept = Object.fromEntries(Object.entries(told).filter(([, atMs]) => now - atMs < FORGET_AFTER_MS));
  const fresh = changes.filter(({ kind, tunnelId }) => {
    const key = `${kind} ${tunnelId}`;
    const toldAtMs = kept[key];
    if (toldAtMs !== undefined && now - toldAtMs < AGAIN_AFTER_MS[kind]) return false;
    kept[key] = now;
    return true;
  });
  return { fresh, told: kept };
}
