import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { array, type InferOutput, nonEmpty, object, pipe, string, unknown } from 'valibot';
import type { Identity } from '../domain/site/identity.ts';
import { request } from './http/http.ts';
import { OptionalText, readItems } from './http/jsonApi.ts';
import { retryUntilLoadedMs } from './polling.ts';

// 50 ids make a query of about 2000 characters, which every proxy lets through.
const IDS_PER_CALL = 50;
const FRESH_MS = 60 * 60_000;

const IdentityResource = object({
  id: pipe(string(), nonEmpty()),
  username: pipe(string(), nonEmpty()),
  name: OptionalText,
  organization: OptionalText,
  email: OptionalText,
});

/** Questions about people. */
export const identityQueries = {
  /**
   * Who stands behind these ids: id -> identity; an id Globus Auth does not tell about is missing. Each identity
   * is asked for once an hour, whichever sets of ids it is in; while a set grows, what is known stays.
   */
  byId: (ids: readonly string[]) => {
    const wanted = [...new Set(ids)].sort();
    return queryOptions({
      queryKey: ['identities', 'by-id', wanted] as const,
      queryFn: ({ client, signal }) => findIdentities(wanted, client, signal),
      staleTime: FRESH_MS,
      refetchInterval: ({ state }) => retryUntilLoadedMs(state),
      placeholderData: keepPreviousData,
    });
  },
};

const oneKey = (id: string) => ['identities', 'one', id] as const;

async function findIdentities(
  ids: string[],
  client: QueryClient,
  signal: AbortSignal,
): Promise<Record<string, Identity>> {
  // Nothing on a page watches the single ones, so react-query would forget them after five minutes.
  client.setQueryDefaults(['identities', 'one'], { gcTime: FRESH_MS });
  // null: asked for, and not told.
  const found = new Map<string, Identity | null>();
  const freshSinceMs = Date.now() - FRESH_MS;
  for (const id of ids) {
    const known = client.getQueryState<Identity | null>(oneKey(id));
    if (known?.data !== undefined && known.dataUpdatedAt > freshSinceMs) found.set(id, known.data);
  }
  const missing = ids.filter((id) => !found.has(id));
  for (let start = 0; start < missing.length; start += IDS_PER_CALL) {
    const chunk = missing.slice(start, start + IDS_PER_CALL);
    const answer = await fetchIdentities(chunk, signal);
    for (const id of chunk) {
      const identity = answer.find((candidate) => candidate.id === id) ?? null;
      found.set(id, identity);
      client.setQueryData(oneKey(id), identity);
    }
  }
  return Object.fromEntries([...found].filter((entry): entry is [string, Identity] => entry[1] !== null));
}

async function fetchIdentities(
  ids: string[],
  signal: AbortSignal,
): Promise<InferOutput<typeof IdentityResource>[]> {
  const { data } = await request({
    service: 'auth',
    method: 'GET',
    path: '/v2/api/identities',
    query: { ids: ids.join(',') },
    schema: object({ identities: array(unknown()) }),
    signal,
  });
  return readItems(IdentityResource, data.identities).items;
}
