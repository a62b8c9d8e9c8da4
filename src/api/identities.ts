import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { array, nonEmpty, object, pipe, string, unknown } from 'valibot';
import type { Identity } from '../domain/site/identity.ts';
import { request } from './http/http.ts';
import { OptionalText, ResourceId, readItems } from './http/jsonApi.ts';
import { retryUntilLoadedMs } from './polling.ts';

// 50 IDs make a query of about 2,000 characters, which every proxy accepts.
const IDS_PER_CALL = 50;
const FRESH_MS = 60 * 60_000;

const IdentityResource = object({
  id: ResourceId,
  username: pipe(string(), nonEmpty()),
  name: OptionalText,
  organization: OptionalText,
  email: OptionalText,
});

/** The queries for identities. */
export const identityQueries = {
  /**
   * The identities behind some IDs, by ID; an ID that Globus Auth doesn't report is missing. While a set of IDs
   * grows, the previous result stays.
   */
  byId: (ids: readonly string[]) => {
    const uniqueIds = [...new Set(ids)].sort();
    return queryOptions({
      queryKey: ['identities', 'by-id', uniqueIds] as const,
      queryFn: ({ client }) => findIdentities(client, uniqueIds),
      staleTime: FRESH_MS,
      refetchInterval: ({ state }) => retryUntilLoadedMs(state),
      placeholderData: keepPreviousData,
    });
  },

  /** One identity, fetched at most once an hour, however many sets it is in; null when Globus Auth doesn't report it. */
  detail: (id: string) =>
    queryOptions({
      queryKey: ['identities', 'detail', id] as const,
      queryFn: () => loadInBatch(id),
      staleTime: FRESH_MS,
      // No component uses it directly, so it would be dropped after five minutes.
      gcTime: FRESH_MS,
    }),
};

async function findIdentities(
  client: QueryClient,
  ids: readonly string[],
): Promise<Record<string, Identity>> {
  const identities = await Promise.all(
    ids.map(async (id) => [id, await client.fetchQuery(identityQueries.detail(id))] as const),
  );
  return Object.fromEntries(identities.filter((entry): entry is [string, Identity] => entry[1] !== null));
}

interface Waiting {
  id: string;
  resolve: (identity: Identity | null) => void;
  reject: (error: unknown) => void;
}

let nextBatch: Waiting[] = [];

/** Collects the IDs that are requested at the same moment, so that many identities take few calls. */
function loadInBatch(id: string): Promise<Identity | null> {
  return new Promise((resolve, reject) => {
    if (nextBatch.length === 0) setTimeout(() => void sendBatch());
    nextBatch.push({ id, resolve, reject });
  });
}

async function sendBatch(): Promise<void> {
  const batch = nextBatch;
  nextBatch = [];
  for (let start = 0; start < batch.length; start += IDS_PER_CALL) {
    const chunk = batch.slice(start, start + IDS_PER_CALL);
    try {
      const identities = await fetchIdentities(chunk.map(({ id }) => id));
      for (const { id, resolve } of chunk) resolve(identities.get(id) ?? null);
    } catch (error) {
      for (const { reject } of batch.slice(start)) reject(error);
      return;
    }
  }
}

async function fetchIdentities(ids: readonly string[]): Promise<ReadonlyMap<string, Identity>> {
  const { data } = await request({
    service: 'auth',
    method: 'GET',
    path: '/v2/api/identities',
    query: { ids: ids.join(',') },
    schema: object({ identities: array(unknown()) }),
  });
  const { items } = readItems(IdentityResource, data.identities);
  return new Map(items.map((identity) => [identity.id, identity]));
}
