import { countText } from '../text/count.ts';
import { toSingleLine } from '../text/plainText.ts';
import type { ChangeKind, FleetChange } from './changes.ts';

/** One line of the activity: a change, or many changes of one kind as a summary. */
export interface ActivityEntry {
  kind: ChangeKind;
  /** Milliseconds since the epoch. */
  atMs: number;
  /** How many tunnels changed. */
  count: number;
  /** The first of the changes. Not all of them, because a wall display runs for weeks. */
  changes: readonly FleetChange[];
}

/** Up to this many changes of one kind get a line each; more become a summary. */
const MAX_SINGLE = 3;
/** Changes within this time join the summary before them. */
const SAME_BURST_MS = 60_000;
const MAX_ENTRIES = 200;
/** How many changes a summary keeps. */
const MAX_CHANGES = 50;
/** How many changes all entries keep together: they take most of the memory. */
const MAX_CHANGES_IN_FEED = 2000;

/** Turns changes seen at one time into entries, with many changes of one kind as a summary. */
export function toActivityEntries(changes: readonly FleetChange[], atMs: number): ActivityEntry[] {
  const kinds = [...new Set(changes.map(({ kind }) => kind))];
  return kinds.flatMap((kind): ActivityEntry[] => {
    const ofKind = changes.filter((change) => change.kind === kind);
    if (ofKind.length > MAX_SINGLE)
      return [{ kind, atMs, count: ofKind.length, changes: ofKind.slice(0, MAX_CHANGES) }];
    return ofKind.map((change) => ({ kind, atMs, count: 1, changes: [change] }));
  });
}

/** Adds entries to the activity, newest first, and merges those that belong to the last summary of their kind. */
export function addToActivity(
  feed: readonly ActivityEntry[],
  entries: readonly ActivityEntry[],
): ActivityEntry[] {
  const merged = [...feed];
  for (const entry of entries) {
    const index = merged.findIndex(({ kind }) => kind === entry.kind);
    const last = merged[index];
    if (last && last.count > MAX_SINGLE && entry.atMs - last.atMs <= SAME_BURST_MS) {
      const changes = [...last.changes, ...entry.changes].slice(0, MAX_CHANGES);
      merged[index] = { ...last, count: last.count + entry.count, changes };
    } else {
      merged.unshift(entry);
    }
  }
  let changeCount = 0;
  return merged.slice(0, MAX_ENTRIES).filter((entry) => {
    changeCount += entry.changes.length;
    return changeCount <= MAX_CHANGES_IN_FEED;
  });
}

/** What follows the number of tunnels in a summary. A summary never has just one. */
const SUMMARIES: Readonly<Record<ChangeKind, string>> = {
  active: 'became active',
  failed: 'failed',
  stopped: 'stopped',
  ending: 'expire soon',
};

/** Writes an entry as one sentence. */
export function activityText({ kind, count, changes: [first] }: ActivityEntry): string {
  if (first && count === 1) return `${toSingleLine(first.tunnelName, 120)} ${first.text}`;
  return `${countText(count, 'tunnel')} ${SUMMARIES[kind]}`;
}

/**
 * How long an announced change is remembered. After that it can be announced again: a tunnel that restarts becomes
 * active more than once, but it stops only once.
 */
const FORGET_AFTER_MS: Readonly<Record<ChangeKind, number>> = {
  active: 60_000,
  failed: 60_000,
  stopped: 24 * 3_600_000,
  ending: 24 * 3_600_000,
};

/** When changes were announced, by `kind tunnelId`, in milliseconds since the epoch. */
export type Announced = Readonly<Record<string, number>>;

/** Returns the changes that have not been announced yet, and what has been announced after them. */
export function notYetAnnounced(
  changes: readonly FleetChange[],
  announced: Announced,
  now: number,
): { fresh: FleetChange[]; announced: Announced } {
  const remembered = Object.fromEntries(
    Object.entries(announced).filter(([key, atMs]) => now - atMs < FORGET_AFTER_MS[kindOf(key)]),
  );
  const fresh = changes.filter(({ kind, tunnelId }) => {
    const key = `${kind} ${tunnelId}`;
    if (key in remembered) return false;
    remembered[key] = now;
    return true;
  });
  return { fresh, announced: remembered };
}

const kindOf = (key: string) => key.slice(0, key.indexOf(' ')) as ChangeKind;
