import { ApiError } from './errors.ts';
import type { PageQuery } from './jsonApi.ts';

const LIMIT = 'page[limit]';

/** The limits to try in this order; null: the service's own. No maximum is published (globus-api.md, "Transfer v2"). */
const LIMITS = ['100', '25', null] as const;

/** The parameters of a list's first page, before its filters. */
export const FIRST_PAGE: PageQuery = { [LIMIT]: LIMITS[0] };

/** Which of the limits each list accepts, until the page is loaded again. */
const acceptedByList = new Map<string, number>();

/**
 * Fetches a page of a list. When the service rejects the limit of {@link FIRST_PAGE}, retries with a lower one, then
 * without one, and remembers for this list which one it accepts.
 *
 * @param list identifies the list in this memory
 * @throws what fetchPage throws; for a rejection, only after every limit was tried
 */
export async function withAcceptedLimit<T>(
  list: string,
  query: PageQuery,
  fetchPage: (query: PageQuery) => Promise<T>,
): Promise<T> {
  const { [LIMIT]: given, ...rest } = query;
  // Any other limit comes from the service's own link to the next page.
  if (given !== LIMITS[0]) return fetchPage(query);
  for (let index = acceptedByList.get(list) ?? 0; ; index += 1) {
    const limit = LIMITS[index] ?? null;
    try {
      const page = await fetchPage(limit === null ? rest : { [LIMIT]: limit, ...rest });
      acceptedByList.set(list, index);
      return page;
    } catch (error) {
      if (limit === null || !mayRejectLimit(error)) throw error;
    }
  }
}

function mayRejectLimit(error: unknown): boolean {
  if (!(error instanceof ApiError) || error.kind !== 'validation') return false;
  const { fieldErrors } = error;
  return (
    fieldErrors.length === 0 || fieldErrors.some(({ path }) => path.some((part) => part.includes('limit')))
  );
}
