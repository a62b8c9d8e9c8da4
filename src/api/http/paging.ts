import type { GenericSchema, InferOutput } from 'valibot';
import { EndlessListError } from './errors.ts';
import { request } from './http.ts';
import { ListDocument, nextPageQuery, type PageQuery, pageKey, readItems } from './jsonApi.ts';

// Far above anything real: stops a server that has another page for ever.
const MAX_PAGES = 5000;

/** One page of a list as it was read: the items that could be, and how many could not. */
export interface ListPage<T> {
  items: T[];
  unreadable: number;
  /** The parameters of the next page, or null on the last one. */
  next: PageQuery | null;
}

/**
 * Reads a list of the Transfer service to its end, following `links.next`.
 *
 * @param query the parameters of the first page
 * @returns the items that could be read, and how many could not
 * @throws ApiError; a list without an end is 'malformed', since half a list must not pass for the whole
 */
export function fetchAllPages<TSchema extends GenericSchema<unknown, { id: string }>>(
  path: string,
  query: PageQuery,
  schema: TSchema,
  signal: AbortSignal,
): Promise<{ items: InferOutput<TSchema>[]; unreadable: number }> {
  return collectPages(path, query, async (pageQuery) => {
    const call = { service: 'transfer', method: 'GET', path } as const;
    const { data } = await request({ ...call, query: pageQuery, schema: ListDocument, signal });
    return { ...readItems(schema, data.data), next: nextPageQuery(data) };
  });
}

/** The same for pages that are read in a way of their own. */
export async function collectPages<T extends { id: string }>(
  path: string,
  query: PageQuery,
  readPage: (query: PageQuery) => Promise<ListPage<T>>,
): Promise<{ items: T[]; unreadable: number }> {
  // An item that moved on to the next page meanwhile comes twice: it keeps its place, and the later word counts.
  const items = new Map<string, T>();
  const read = new Set<string>();
  let unreadable = 0;
  // A page that was read before means that they go in a circle: nothing new would come.
  for (let next: PageQuery | null = query; next && !read.has(pageKey(next)); ) {
    if (read.size === MAX_PAGES) throw new EndlessListError(path);
    read.add(pageKey(next));
    const page: ListPage<T> = await readPage(next);
    for (const item of page.items) items.set(item.id, item);
    unreadable += page.unreadable;
    next = page.next;
  }
  return { items: [...items.values()], unreadable };
}
