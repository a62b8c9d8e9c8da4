import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { fallback, type InferOutput, nonEmpty, object, pipe, string } from 'valibot';
import { type AccessPoint, splitKeywords } from '../domain/site/accessPoint.ts';
import { shortId } from '../domain/text/id.ts';
import { rethrowAsNotFound } from './http/errors.ts';
import { request } from './http/http.ts';
import {
  ListDocument,
  nextPageQuery,
  nextUnreadPage,
  OptionalText,
  type PageQuery,
  RelatedResource,
  readItems,
} from './http/jsonApi.ts';
import { fetchAllPages } from './http/paging.ts';
import { retryUntilLoadedMs } from './polling.ts';

const PATH = '/v2/stream_access_points';
const PAGE_SIZE = 100;
// Sites rarely change their access points; names are asked for on every page.
const FRESH_MS = 5 * 60_000;
/** A wall screen stands for weeks, and new access points get tunnels: their names come within the hour. */
const NAMES_EVERY_MS = 60 * 60_000;

const AccessPointResource = object({
  id: pipe(string(), nonEmpty()),
  attributes: object({
    display_name: OptionalText,
    tlsftp_server: OptionalText,
    advertised_owner: OptionalText,
    contact_email: OptionalText,
    contact_info: OptionalText,
    department: OptionalText,
    description: OptionalText,
    info_link: OptionalText,
    keywords: OptionalText,
    organization: OptionalText,
  }),
  relationships: fallback(object({ host_endpoint: RelatedResource }), { host_endpoint: null }),
});

/** What to look for. An empty text finds every access point; an id finds that one. */
export interface AccessPointSearch {
  text: string;
  /** Only those on endpoints the caller administers. */
  onlyAdministered: boolean;
}

type AccessPointBrief = Pick<AccessPoint, 'id' | 'name' | 'organization'>;

const everyAccessPoint = queryOptions({
  queryKey: ['access-points', 'names'] as const,
  queryFn: async ({ signal }): Promise<AccessPointBrief[]> => {
    const { items } = await fetchAllPages(PATH, searchQuery('', false), AccessPointResource, signal);
    return items.map(toAccessPoint).map(({ id, name, organization }) => ({ id, name, organization }));
  },
  staleTime: FRESH_MS,
  refetchInterval: ({ state }) => retryUntilLoadedMs(state) || NAMES_EVERY_MS,
});

/** One page of what a search found. */
interface FoundPage {
  accessPoints: AccessPoint[];
  /** How many more Globus listed on it that could not be read. */
  unreadable: number;
  /** The parameters of the next page, or null on the last one. */
  next: Record<string, string> | null;
}

/** Whether a search found nothing: what could not be read, or is still to be asked for, is not nothing. */
export function isSearchEmpty({ pages }: { pages: readonly FoundPage[] }): boolean {
  const isWhole = pages.at(-1)?.next === null;
  return isWhole && pages.every(({ accessPoints, unreadable }) => accessPoints.length + unreadable === 0);
}

/** How many access points a search found that could not be read. */
export function countUnreadable({ pages }: { pages: readonly FoundPage[] }): number {
  return pages.reduce((sum, { unreadable }) => sum + unreadable, 0);
}

/** Questions about stream access points. */
export const accessPointQueries = {
  /** Server-side search; pages of `{accessPoints, unreadable}`. Surrounding blanks in the text do not count. */
  search: ({ text, onlyAdministered }: AccessPointSearch) => {
    const firstPage = searchQuery(text.trim(), onlyAdministered);
    return infiniteQueryOptions({
      queryKey: ['access-points', 'search', { text: text.trim(), onlyAdministered }] as const,
      queryFn: async ({ pageParam, signal }): Promise<FoundPage> => {
        const call = { service: 'transfer', method: 'GET', path: PATH } as const;
        const { data } = await request({ ...call, query: pageParam, schema: ListDocument, signal });
        const { items, unreadable } = readItems(AccessPointResource, data.data);
        return { accessPoints: items.map(toAccessPoint), unreadable, next: nextPageQuery(data) };
      },
      initialPageParam: firstPage,
      getNextPageParam: (page, _pages, _last, read) => nextUnreadPage(page.next, read),
      select: withEachOnce,
      // What came mutilated is asked for again at the next occasion.
      staleTime: ({ state }) => (state.data?.pages.some(({ unreadable }) => unreadable > 0) ? 0 : FRESH_MS),
      // A next page that fails is asked for by the list itself, without all those before it.
      refetchInterval: ({ state }) => state.data === undefined && retryUntilLoadedMs(state),
    });
  },

  /** Name and organization of every access point the caller can see, by id: one list for all the tables. */
  directory: () => queryOptions({ ...everyAccessPoint, select: briefById }),

  /** One access point. */
  detail: (id: string) =>
    queryOptions({
      queryKey: ['access-points', 'detail', id] as const,
      queryFn: async ({ signal }): Promise<AccessPoint> => {
        const call = {
          service: 'transfer',
          method: 'GET',
          path: `${PATH}/${encodeURIComponent(id)}`,
        } as const;
        const answer = request({ ...call, schema: object({ data: AccessPointResource }), signal });
        const { data } = await answer.catch((error) => rethrowAsNotFound(error, id));
        return toAccessPoint(data.data);
      },
      staleTime: FRESH_MS,
      refetchInterval: ({ state }) => retryUntilLoadedMs(state),
    }),
};

function briefById(all: readonly AccessPointBrief[]): ReadonlyMap<string, AccessPointBrief> {
  return new Map(all.map((brief) => [brief.id, brief]));
}

/**
 * Outside of the query, so that it is done anew only when the pages change. What tells pages apart may be an offset:
 * something new at the beginning then moves the last of one page to the next.
 */
function withEachOnce<T extends { pages: FoundPage[] }>(read: T): T {
  const seen = new Set<string>();
  const isNew = ({ id }: AccessPoint) => !seen.has(id) && Boolean(seen.add(id));
  const pages = read.pages.map((page) => ({ ...page, accessPoints: page.accessPoints.filter(isNew) }));
  return { ...read, pages };
}

function searchQuery(text: string, onlyAdministered: boolean): PageQuery {
  return {
    'page[limit]': String(PAGE_SIZE),
    ...(text === '' ? {} : { 'filter[fulltext]': text }),
    ...(onlyAdministered ? { 'filter[endpoint_admin]': 'true' } : {}),
  };
}

function toAccessPoint({
  id,
  attributes,
  relationships,
}: InferOutput<typeof AccessPointResource>): AccessPoint {
  return {
    id,
    name: attributes.display_name?.trim() || shortId(id),
    tlsftpServer: attributes.tlsftp_server,
    owner: attributes.advertised_owner,
    organization: attributes.organization,
    department: attributes.department,
    description: attributes.description,
    keywords: splitKeywords(attributes.keywords ?? ''),
    contactEmail: attributes.contact_email,
    contactInfo: attributes.contact_info,
    infoLink: attributes.info_link,
    hostEndpointId: relationships.host_endpoint?.data?.id ?? null,
  };
}
