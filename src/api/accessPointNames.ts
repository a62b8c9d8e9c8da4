import { queryOptions } from '@tanstack/react-query';
import { object, string } from 'valibot';
import { request } from './http.ts';
import { ListDocument, nextPageQuery, readItems } from './jsonApi.ts';

// The names of this many are kept ready; what is beyond is shown by its id.
const MAX_PAGES = 200;
const FRESH_MS = 10 * 60_000;

const NamedResource = object({ id: string(), attributes: object({ display_name: string() }) });

/**
 * The names of all access points one can see, for tables that show many: one cached list, so that no row asks
 * on its own. A name that is missing from it is not an error; show the id.
 */
export const accessPointNames = queryOptions({
  queryKey: ['access-points', 'names'] as const,
  queryFn: async ({ signal }): Promise<ReadonlyMap<string, string>> => {
    const names = new Map<string, string>();
    let query: Record<string, string> | null = {};
    for (let page = 0; query && page < MAX_PAGES; page += 1) {
      const { data } = await request({
        service: 'transfer',
        method: 'GET',
        path: '/v2/stream_access_points',
        query,
        schema: ListDocument,
        signal,
      });
      for (const { id, attributes } of readItems(NamedResource, data.data).good) {
        names.set(id, attributes.display_name.trim() || id);
      }
      query = nextPageQuery(data);
    }
    return names;
  },
  staleTime: FRESH_MS,
  // A Map is compared as a whole.
  structuralSharing: false,
});
