import type { TunnelEvent } from '../../domain/tunnel/event.ts';
import { detectEventOrder, type EventOrder } from '../../domain/tunnel/eventTimeline.ts';
import { ApiError } from '../http/errors.ts';
import { type PageQuery, pageKey } from '../http/jsonApi.ts';

/** One page of events as it was read. */
export interface EventPage {
  events: TunnelEvent[];
  unreadable: number;
  /** The next page, or null on the last one. */
  next: PageQuery | null;
}

/** What has been read of a tunnel's events. */
export interface EventLog {
  /** Each once, as the server orders them. */
  events: readonly TunnelEvent[];
  /** Which order that is; null when what was read does not tell. */
  order: EventOrder | null;
  /** How many further ones came that could not be read. */
  unreadable: number;
  /** Where reading goes on; null when everything has been read. */
  nextPage: PageQuery | null;
  /** The page that was read last. */
  lastPage: PageQuery;
  pageCount: number;
  /** The first reading is still going on. */
  isInitialRead: boolean;
}

const NOTHING: EventLog = {
  events: [],
  order: null,
  unreadable: 0,
  nextPage: null,
  lastPage: {},
  pageCount: 0,
  isInitialRead: true,
};

/** How many pages one reading takes at most: more than any history seen, and little by little after that. */
const MOST_PAGES = { whole: 50, onward: 5 };

/** Refusals that an old page marker may meet. */
const REFUSED_MARKER: readonly string[] = ['validation', 'not-found'];

interface Reading {
  first: PageQuery;
  /** What was read before. */
  known: EventLog | undefined;
  readPage: (query: PageQuery) => Promise<EventPage>;
  /** Told on the way, so that a long history shows as it comes and a failure costs nothing of it. */
  publish: (log: EventLog) => void;
}

/**
 * Reads a tunnel's events to the end, or what is new since. The contract promises neither an order nor a size of
 * page, so both are taken from what comes. Where the oldest come first, the last page is read again and on from
 * there; where the newest do, from the first page to one that is known. Without any order, and after something
 * without an id to know it by, everything is read anew.
 *
 * @returns what is known then: after 50 pages not everything, and the next reading goes on from there
 * @throws what readPage throws; what was published stays true
 */
export async function readEventLog({ known, ...reading }: Reading): Promise<EventLog> {
  const isKnownByIds = known && known.unreadable === 0 && (known.order !== null || known.nextPage !== null);
  if (!isKnownByIds) return readWhole(reading, known);
  try {
    const log = known.order === 'newest' ? await readTop(reading, known) : known;
    const onward = known.order === 'newest' ? log.nextPage : (log.nextPage ?? log.lastPage);
    return onward ? await readOnward(reading, log, onward) : log;
  } catch (error) {
    if (!(error instanceof ApiError) || !REFUSED_MARKER.includes(error.kind)) throw error;
    return readWhole(reading, known);
  }
}

/** Whether the newest events may be among those that are not read yet. */
export function mayLackNewest({ nextPage, order }: EventLog): boolean {
  return nextPage !== null && order !== 'newest';
}

/** How many calls the next reading is going to take, as far as one can tell. */
export function estimateNextCalls({ nextPage, order, unreadable, pageCount }: EventLog): number {
  if (order === null || unreadable > 0) return Math.max(1, pageCount);
  return nextPage ? MOST_PAGES.onward : 1;
}

type PageSource = Omit<Reading, 'known'>;

async function readWhole({ publish, ...source }: PageSource, known: EventLog | undefined): Promise<EventLog> {
  if (!known) return readOnward({ ...source, publish }, NOTHING, source.first);
  // Half of it must not take the place of what is known.
  const log = await readOnward({ ...source, publish: () => undefined }, NOTHING, source.first);
  return log.nextPage ? { ...log, events: withKnown(log.events, known) } : log;
}

async function readOnward(source: PageSource, known: EventLog, from: PageQuery): Promise<EventLog> {
  const most = known.isInitialRead ? MOST_PAGES.whole : MOST_PAGES.onward;
  let log = known;
  for await (const page of pagesFrom(source, from, most)) {
    const events = eachOnce([...log.events, ...page.events]);
    log = {
      events,
      order: detectEventOrder(events),
      unreadable: log.unreadable + page.unreadable,
      nextPage: page.next,
      lastPage: page.query,
      pageCount: log.pageCount + (isSame(page.query, log.lastPage) ? 0 : 1),
      isInitialRead: log.isInitialRead,
    };
    if (page.next) source.publish(log);
  }
  return { ...log, isInitialRead: false };
}

/** What has come on top of a newest-first list. Nothing is published before it meets what is known: no gaps. */
async function readTop(source: PageSource, known: EventLog): Promise<EventLog> {
  const knownIds = new Set(known.events.map(({ id }) => id));
  const fresh: TunnelEvent[] = [];
  let unreadable = 0;
  let next: PageQuery | null = null;
  for await (const page of pagesFrom(source, source.first, MOST_PAGES.whole)) {
    fresh.push(...page.events);
    unreadable += page.unreadable;
    next = page.next;
    if (!page.events.some(({ id }) => knownIds.has(id))) continue;
    next = known.nextPage;
    break;
  }
  return { ...known, events: withKnown(eachOnce(fresh), known), unreadable, nextPage: next };
}

function withKnown(fresh: readonly TunnelEvent[], known: EventLog): TunnelEvent[] {
  const freshIds = new Set(fresh.map(({ id }) => id));
  return [...fresh, ...known.events.filter(({ id }) => !freshIds.has(id))];
}

async function* pagesFrom({ readPage }: PageSource, from: PageQuery, most: number) {
  const seen = new Set<string>();
  let query = from;
  for (let pages = 0; pages < most; pages += 1) {
    const page = await readPage(query);
    // A server whose links lead in a circle has told everything.
    const isRound =
      isSame(page.next, query) || (page.events.length > 0 && page.events.every(({ id }) => seen.has(id)));
    const next = isRound ? null : page.next;
    yield { ...page, query, next };
    if (!next) return;
    for (const { id } of page.events) seen.add(id);
    query = next;
  }
}

function eachOnce(events: readonly TunnelEvent[]): TunnelEvent[] {
  return [...new Map(events.map((event) => [event.id, event])).values()];
}

function isSame(one: PageQuery | null, other: PageQuery): boolean {
  return pageKey(one ?? {}) === pageKey(other);
}
