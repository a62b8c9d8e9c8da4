import type { TunnelEvent } from '../../domain/tunnel/event.ts';
import { detectEventOrder, type EventOrder } from '../../domain/tunnel/eventTimeline.ts';
import { ApiError } from '../http/errors.ts';
import { type PageQuery, pageKey } from '../http/jsonApi.ts';

/** One parsed page of events. */
export interface EventPage {
  events: TunnelEvent[];
  /** The number of events that couldn't be parsed. */
  unreadable: number;
  /** The next page; null on the last one. */
  next: PageQuery | null;
}

/** What has been loaded of a tunnel's events. */
export interface EventLog {
  /** Each event once, in the server's order. */
  events: readonly TunnelEvent[];
  /** Which order that is; null when the events don't show it. */
  order: EventOrder | null;
  /** The number of further events that couldn't be parsed. */
  unreadable: number;
  /** The page where loading continues; null when everything is loaded. */
  nextPage: PageQuery | null;
  /** The page that was loaded last. */
  lastPage: PageQuery;
  pageCount: number;
  /** The first load isn't finished. */
  isInitialLoad: boolean;
}

/** The log before anything is loaded. */
export const EMPTY_EVENT_LOG: EventLog = {
  events: [],
  order: null,
  unreadable: 0,
  nextPage: null,
  lastPage: {},
  pageCount: 0,
  isInitialLoad: true,
};

/** The maximum number of pages in one load. The first one is far above any history seen; longer ones follow in parts. */
const MAX_PAGES = { initial: 50, later: 5 };

/** How a server may reject a page marker that it no longer knows. */
const REJECTED_MARKER: readonly string[] = ['validation', 'not-found'];

interface EventSource {
  firstPage: PageQuery;
  fetchPage: (query: PageQuery) => Promise<EventPage>;
}

/**
 * Loads a tunnel's events, or what is new since the last load, and yields the log after each page, so that a long
 * history is shown as it arrives. After 50 pages the log may be incomplete; the next load continues there.
 *
 * The API promises neither an order nor a page size, so both are derived from the events. Oldest first: the load
 * repeats the last page and continues from it. Newest first: it starts at the first page and ends at an event that is
 * known. Without an order, or when some events can't be parsed and so can't be recognized, everything is loaded again.
 *
 * @param previous the log of the last load
 * @throws what fetchPage throws; the logs that were yielded before remain valid
 */
export async function* loadEventLog(
  source: EventSource,
  previous: EventLog | undefined,
): AsyncGenerator<EventLog, void> {
  const canContinue =
    previous && previous.unreadable === 0 && (previous.order !== null || previous.nextPage !== null);
  if (!canContinue) {
    yield* loadAll(source, previous);
    return;
  }
  try {
    yield* loadNew(source, previous);
  } catch (error) {
    if (!(error instanceof ApiError) || !REJECTED_MARKER.includes(error.kind)) throw error;
    yield* loadAll(source, previous);
  }
}

/** Returns whether the newest events may be among those that aren't loaded. */
export function mayLackNewest({ nextPage, order }: EventLog): boolean {
  return nextPage !== null && order !== 'newest';
}

/** Returns how many calls the next load takes, as far as the log shows. */
export function estimateNextCalls({ nextPage, order, unreadable, pageCount }: EventLog): number {
  if (order === null || unreadable > 0) return Math.max(1, pageCount);
  return nextPage ? MAX_PAGES.later : 1;
}

async function* loadNew(source: EventSource, previous: EventLog): AsyncGenerator<EventLog, void> {
  if (previous.order !== 'newest') {
    yield* continueFrom(source, previous, previous.nextPage ?? previous.lastPage);
    return;
  }
  const log = await loadNewest(source, previous);
  if (log.nextPage) yield* continueFrom(source, log, log.nextPage);
  else yield { ...log, isInitialLoad: false };
}

async function* loadAll(source: EventSource, previous: EventLog | undefined): AsyncGenerator<EventLog, void> {
  if (!previous) {
    yield* continueFrom(source, EMPTY_EVENT_LOG, source.firstPage);
    return;
  }
  // Only the complete log is yielded: a part of it must not replace what is known.
  let log = EMPTY_EVENT_LOG;
  for await (const partialLog of continueFrom(source, EMPTY_EVENT_LOG, source.firstPage)) log = partialLog;
  yield log.nextPage ? { ...log, events: prepend(log.events, previous) } : log;
}

async function* continueFrom(
  source: EventSource,
  previous: EventLog,
  from: PageQuery,
): AsyncGenerator<EventLog, void> {
  const maxPages = previous.isInitialLoad ? MAX_PAGES.initial : MAX_PAGES.later;
  let log = previous;
  for await (const page of pagesFrom(source, from, maxPages)) {
    const events = uniqueById([...log.events, ...page.events]);
    log = {
      events,
      order: detectEventOrder(events),
      unreadable: log.unreadable + page.unreadable,
      nextPage: page.next,
      lastPage: page.query,
      pageCount: log.pageCount + (isSamePage(page.query, log.lastPage) ? 0 : 1),
      isInitialLoad: previous.isInitialLoad && !page.isLast,
    };
    yield log;
  }
}

/** Loads what is new in a newest-first list. Nothing is returned before a known event is reached, so there are no gaps. */
async function loadNewest(source: EventSource, previous: EventLog): Promise<EventLog> {
  const knownIds = new Set(previous.events.map(({ id }) => id));
  const newEvents: TunnelEvent[] = [];
  let unreadable = 0;
  let nextPage: PageQuery | null = null;
  for await (const page of pagesFrom(source, source.firstPage, MAX_PAGES.initial)) {
    newEvents.push(...page.events);
    unreadable += page.unreadable;
    nextPage = page.next;
    if (!page.events.some(({ id }) => knownIds.has(id))) continue;
    nextPage = previous.nextPage;
    break;
  }
  return { ...previous, events: prepend(uniqueById(newEvents), previous), unreadable, nextPage };
}

function prepend(newEvents: readonly TunnelEvent[], previous: EventLog): TunnelEvent[] {
  const newIds = new Set(newEvents.map(({ id }) => id));
  return [...newEvents, ...previous.events.filter(({ id }) => !newIds.has(id))];
}

async function* pagesFrom({ fetchPage }: EventSource, from: PageQuery, maxPages: number) {
  const seenIds = new Set<string>();
  let query = from;
  for (let count = 1; count <= maxPages; count += 1) {
    const page = await fetchPage(query);
    // Links that form a loop lead to nothing new.
    const isLoop =
      isSamePage(page.next, query) ||
      (page.events.length > 0 && page.events.every(({ id }) => seenIds.has(id)));
    const next = isLoop ? null : page.next;
    yield { ...page, query, next, isLast: next === null || count === maxPages };
    if (!next) return;
    for (const { id } of page.events) seenIds.add(id);
    query = next;
  }
}

function uniqueById(events: readonly TunnelEvent[]): TunnelEvent[] {
  return [...new Map(events.map((event) => [event.id, event])).values()];
}

function isSamePage(one: PageQuery | null, other: PageQuery): boolean {
  return pageKey(one ?? {}) === pageKey(other);
}
