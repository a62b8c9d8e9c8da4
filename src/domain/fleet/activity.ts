import { toSingleLine } from '../text/plainText.ts';
import type { ChangeKind, FleetChange } from './changes.ts';

/** One thing told: a change, or many of a kind as one summary. */
export interface ActivityEntry {
  kind: ChangeKind;
  /** Milliseconds since the epoch. */
  atMs: number;
  /** Of how many tunnels it tells. */
  count: number;
  /** The first of the changes: a page that stands on a wall must not grow by all of them. */
  changes: readonly FleetChange[];
}

/** So many of a kind at once are told one by one; more are a burst. */
const MOST_SINGLE = 3;
/** A burst that spreads over several looks at the list is still one. */
const SAME_BURST_MS = 60_000;
const LONGEST_FEED = 200;
/** How many of a summary's tunnels are named. */
const MOST_NAMED = 50;
/** And how many in all the feed: names are most of what it weighs. */
const MOST_NAMED_IN_FEED = 2000;

/** What to say of changes that were seen at one time: bursts as one summary a kind. */
export function toActivityEntries(changes: readonly FleetChange[], atMs: number): ActivityEntry[] {
  const kinds = [...new Set(changes.map(({ kind }) => kind))];
  return kinds.flatMap((kind): ActivityEntry[] => {
    const ofKind = changes.filter((change) => change.kind === kind);
    if (ofKind.length > MOST_SINGLE)
      return [{ kind, atMs, count: ofKind.length, changes: ofKind.slice(0, MOST_NAMED) }];
    return ofKind.map((change) => ({ kind, atMs, count: 1, changes: [change] }));
  });
}

/** The feed with what is new, newest first; what belongs to the burst told last goes into its summary. */
export function addToActivity(
  feed: readonly ActivityEntry[],
  tellings: readonly ActivityEntry[],
): ActivityEntry[] {
  const longer = [...feed];
  for (const telling of tellings) {
    const at = longer.findIndex(({ kind }) => kind === telling.kind);
    const last = longer[at];
    if (last && last.count > MOST_SINGLE && telling.atMs - last.atMs <= SAME_BURST_MS) {
      const changes = [...last.changes, ...telling.changes].slice(0, MOST_NAMED);
      longer[at] = { ...last, count: last.count + telling.count, changes };
    } else {
      longer.unshift(telling);
    }
  }
  let named = 0;
  return longer.slice(0, LONGEST_FEED).filter((telling) => {
    named += telling.changes.length;
    return named <= MOST_NAMED_IN_FEED;
  });
}

const SUMMARIES: Readonly<Record<ChangeKind, string>> = {
  active: 'tunnels became active',
  failed: 'tunnels failed',
  stopped: 'tunnels stopped',
  ending: 'tunnels end soon',
};

/** A telling in one sentence. */
export function activityText({ kind, count, changes: [first] }: ActivityEntry): string {
  if (first && count === 1) return `${toSingleLine(first.tunnelName, 120)} ${first.text}`;
  return `${count} ${SUMMARIES[kind]}`;
}

/**
 * After this long it is forgotten that something was told, and the same may be told again: a tunnel that restarts
 * becomes active more than once, but it stops for good.
 */
const FORGET_AFTER_MS: Readonly<Record<ChangeKind, number>> = {
  active: 60_000,
  failed: 60_000,
  stopped: 24 * 3_600_000,
  ending: 24 * 3_600_000,
};

/** What was told: `kind tunnelId` -> when, milliseconds since the epoch. */
export type Announced = Readonly<Record<string, number>>;

/** Splits off what was not told yet, and says what is told after it. */
export function notYetAnnounced(
  changes: readonly FleetChange[],
  told: Announced,
  now: number,
): { fresh: FleetChange[]; told: Announced } {
  const kept = Object.fromEntries(
    Object.entries(told).filter(([key, atMs]) => now - atMs < FORGET_AFTER_MS[kindOf(key)]),
  );
  const fresh = changes.filter(({ kind, tunnelId }) => {
    const key = `${kind} ${tunnelId}`;
    if (key in kept) return false;
    kept[key] = now;
    return true;
  });
  return { fresh, told: kept };
}

const kindOf = (key: string) => key.slice(0, key.indexOf(' ')) as ChangeKind;
