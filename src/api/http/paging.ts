import type { GenericSchema, InferOutput } from 'valibot';
import { EndlessListError } from './errors.ts';
import { request } from './http.ts';
import { ListDocument, nextPageQuery, type PageQuery, pageKey, readItems } from './jsonApi.ts';
import { withAcceptedLimit } from './pageLimit.ts';

// Far above any real list: ends the loop when a server always has another page.
const MAX_PAGES = 5000;

/** One parsed page of a list. */
export interface ListPage<T> {
  items: T[];
  /** The number of items that couldn't be parsed. */
  unreadable: number;
  /** The parameters of the next page, or null on the last one. */
  next: PageQuery | null;
}

/**
 * Loads every page of a list from the Transfer service, following `links.next`.
 *
 * @param query the parameters of the first page
 * @returns the items, and the number of items that couldn't be parsed
 * @throws ApiError; of kind 'malformed' for a list without an end, since a part must not pass for the whole list
 */
export function fetchAllPages<TSchema extends GenericSchema<unknown, { id: string }>>(
  path: string,
  query: PageQuery,
  schema: TSchema,
  signal: AbortSignal,
): Promise<{ items: InferOutput<TSchema>[]; unreadable: number }> {
  return collectPages(path, query, async (pageQuery) => {
    const call = { service: 'transfer', method: 'GET', path } as const;
    const { data } = await withAcceptedLimit(path, pageQuery, (limited) =>
      request({ ...call, query: limited, schema: ListDocument, signal }),
    );
    return { ...readItems(schema, data.data), next: nextPageQuery(data) };
  });
}

/** Loads every page of a list, like {@link fetchAllPages}, from any service. */
export async function collectPages<T extends { id: string }>(
  path: string,
  query: PageQuery,
  fetchPage: (query: PageQuery) => Promise<ListPage<T>>,
): Promise<{ items: T[]; unreadable: number }> {
  // An item that moved to the next page in the meantime comes twice: it keeps its position, with the later value.
  const items = new Map<string, T>();
  const pagesRead = new Set<string>();
  let unreadable = 0;
  // A link to a page that was read before closes a loop.
  for (let next: PageQuery | null = query; next && !pagesRead.has(pageKey(next)); ) {
    if (pagesRead.size === MAX_PAGES) throw new EndlessListError(path);
    pagesRead.add(pageKey(next));
    const page: ListPage<T> = await fetchPage(next);
    for (const item of page.items) items.set(item.id, item);
    unreadable += page.unreadable;
    next = page.next;
  }
  return { items: [...items.values()], unreadable };
}
