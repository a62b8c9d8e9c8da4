import type { GenericSchema, InferOutput } from 'valibot';
import { ApiError } from './errors.ts';
import { request } from './http.ts';
import { ListDocument, nextPageQuery, readItems } from './jsonApi.ts';

// Far above anything real: stops a server whose pages never end.
const MAX_PAGES = 500;

/**
 * Reads a list of the Transfer service to its end, following `links.next`.
 *
 * @param query the parameters of the first page
 * @returns the items that could be read, and how many could not
 * @throws ApiError; a list without an end is 'malformed', since half a list must not pass for the whole
 */
export async function fetchEveryPage<TSchema extends GenericSchema>(
  path: string,
  query: Record<string, string>,
  schema: TSchema,
  signal: AbortSignal,
): Promise<{ good: InferOutput<TSchema>[]; unreadable: number }> {
  const good: InferOutput<TSchema>[] = [];
  let unreadable = 0;
  let next: Record<string, string> | null = query;
  for (let page = 0; next; page += 1) {
    if (page === MAX_PAGES) {
      const detail = `The list did not end after ${MAX_PAGES} pages.`;
      throw new ApiError({ kind: 'malformed', method: 'GET', path, detail });
    }
    const call = { service: 'transfer', method: 'GET', path } as const;
    const { data } = await request({ ...call, query: next, schema: ListDocument, signal });
    const items = readItems(schema, data.data);
    for (const item of items.good) good.push(item);
    unreadable += items.unreadable;
    next = nextPageQuery(data);
  }
  return { good, unreadable };
}
