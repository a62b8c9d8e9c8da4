import type { GenericSchema, InferOutput } from 'valibot';
import { ApiError } from './errors.ts';
import { request } from './http.ts';
import { ListDocument, nextPageQuery, readItems } from './jsonApi.ts';

// Far above anything real: stops a server whose pages never end.
const MAX_PAGES = 500;

/** One page of a list as it was read: the items that could be, and how many could not. */
export interface ListPage<T> {
  good: T[];
  unreadable: number;
  /** The parameters of the next page, or null on the last one. */
  next: Record<string, string> | null;
}

/**
 * Reads a list of the Transfer service to its end, following `links.next`.
 *
 * @param query the parameters of the first page
 * @returns the items that could be read, and how many could not
 * @throws ApiError; a list without an end is 'malformed', since half a list must not pass for the whole
 */
export function fetchEveryPage<TSchema extends GenericSchema>(
  path: string,
  query: Record<string, string>,
  schema: TSchema,
  signal: AbortSignal,
): Promise<{ good: InferOutput<TSchema>[]; unreadable: number }> {
  return everyPage(path, query, async (pageQuery) => {
    const call = { service: 'transfer', method: 'GET', path } as const;
    const { data } = await request({ ...call, query: pageQuery, schema: ListDocument, signal });
    return { ...readItems(schema, data.data), next: nextPageQuery(data) };
  });
}

/** The same for pages that are read in a way of their own. */
export async function everyPage<T>(
  path: string,
  query: Record<string, string>,
  readPage: (query: Record<string, string>) => Promise<ListPage<T>>,
): Promise<{ good: T[]; unreadable: number }> {
  const good: T[] = [];
  let unreadable = 0;
  let next: Record<string, string> | null = query;
  for (let page = 0; next; page += 1) {
    if (page === MAX_PAGES) {
      const detail = `The list did not end after ${MAX_PAGES} pages.`;
      throw new ApiError({ kind: 'malformed', method: 'GET', path, detail });
    }
    const read: ListPage<T> = await readPage(next);
    for (const item of read.good) good.push(item);
    unreadable += read.unreadable;
    next = read.next;
  }
  return { good, unreadable };
}
