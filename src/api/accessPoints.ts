import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { fallback, type InferOutput, object } from 'valibot';
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
  ResourceId,
  readItems,
} from './http/jsonApi.ts';
import { FIRST_PAGE, withAcceptedLimit } from './http/pageLimit.ts';
import { fetchAllPages } from './http/paging.ts';
import { rawDocumentQuery } from './http/rawDocument.ts';
import { directoryPollMs, retryUntilLoadedMs } from './polling.ts';

const PATH = '/v2/stream_access_points';
// Sites rarely change their access points, and almost every page shows their names.
const FRESH_MS = 5 * 60_000;

const AccessPointResource = object({
  id: ResourceId,
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

/** A search. An empty text finds every access point, and an ID finds that one. */
export interface AccessPointSearch {
  text: string;
  /** Only those on endpoints the caller administers. */
  onlyAdministered: boolean;
}

/** What lists show of an access point. */
export type AccessPointSummary = Pick<AccessPoint, 'id' | 'name' | 'organization' | 'hostEndpointId'>;

const directoryQuery = queryOptions({
  queryKey: ['access-points', 'directory'] as const,
  queryFn: async ({ signal }): Promise<AccessPointSummary[]> => {
    const { items } = await fetchAllPages(PATH, searchQuery('', false), AccessPointResource, signal);
    return items.map(toSummary);
  },
  staleTime: FRESH_MS,
  refetchInterval: ({ state }) => directoryPollMs(state),
});

/** One page of search results. */
interface ResultPage {
  accessPoints: AccessPoint[];
  /** The number of further access points on the page that couldn't be parsed. */
  unreadable: number;
  /** The parameters of the next page, or null on the last one. */
  next: PageQuery | null;
}

/** Returns whether a search has no results. Results that couldn't be parsed, or aren't loaded yet, count as results. */
export function isSearchEmpty({ pages }: { pages: readonly ResultPage[] }): boolean {
  const isComplete = pages.at(-1)?.next === null;
  return isComplete && pages.every(({ accessPoints, unreadable }) => accessPoints.length + unreadable === 0);
}

/** Returns the number of search results that couldn't be parsed. */
export function countUnreadable({ pages }: { pages: readonly ResultPage[] }): number {
  return pages.reduce((sum, { unreadable }) => sum + unreadable, 0);
}

/** The queries for stream access points. */
export const accessPointQueries = {
  /** A search by the server, in pages. White space around the text is ignored. */
  search: ({ text, onlyAdministered }: AccessPointSearch) => {
    const firstPage = searchQuery(text.trim(), onlyAdministered);
    return infiniteQueryOptions({
      queryKey: ['access-points', 'search', { text: text.trim(), onlyAdministered }] as const,
      queryFn: async ({ pageParam, signal }): Promise<ResultPage> => {
        const call = { service: 'transfer', method: 'GET', path: PATH } as const;
        const { data } = await withAcceptedLimit(PATH, pageParam, (query) =>
          request({ ...call, query, schema: ListDocument, signal }),
        );
        const { items, unreadable } = readItems(AccessPointResource, data.data);
        return { accessPoints: items.map(toAccessPoint), unreadable, next: nextPageQuery(data) };
      },
      initialPageParam: firstPage,
      getNextPageParam: (page, _pages, _last, pagesRead) => nextUnreadPage(page.next, pagesRead),
      select: withoutDuplicates,
      // A page with unreadable items is loaded again at the next opportunity.
      staleTime: ({ state }) => (state.data?.pages.some(({ unreadable }) => unreadable > 0) ? 0 : FRESH_MS),
      // When a further page fails, the list itself offers to retry it, without the pages before it.
      refetchInterval: ({ state }) => state.data === undefined && retryUntilLoadedMs(state),
    });
  },

  /** Name and organization of every access point the caller can see, by ID; one list for all tables. */
  directory: () => queryOptions({ ...directoryQuery, select: byId }),

  /** Every access point on an endpoint that the caller administers, and the number of those that couldn't be parsed. */
  administered: () =>
    queryOptions({
      queryKey: ['access-points', 'administered'] as const,
      queryFn: async ({ signal }) => {
        const { items, unreadable } = await fetchAllPages(
          PATH,
          searchQuery('', true),
          AccessPointResource,
          signal,
        );
        return { accessPoints: items.map(toSummary), unreadable };
      },
      staleTime: FRESH_MS,
      refetchInterval: ({ state }) => retryUntilLoadedMs(state),
    }),

  /** Whether there is any access point on an endpoint that the caller administers. */
  administersAny: () =>
    queryOptions({
      queryKey: ['access-points', 'administers-any'] as const,
      queryFn: async ({ signal }): Promise<boolean> => {
        const call = { service: 'transfer', method: 'GET', path: PATH } as const;
        const { data } = await withAcceptedLimit(PATH, searchQuery('', true), (query) =>
          request({ ...call, query, schema: ListDocument, signal }),
        );
        return data.data.length > 0;
      },
      staleTime: FRESH_MS,
    }),

  /** One access point. */
  detail: (id: string) =>
    queryOptions({
      queryKey: ['access-points', 'detail', id] as const,
      queryFn: async ({ signal }): Promise<AccessPoint> => {
        const call = { service: 'transfer', method: 'GET', path: accessPointPath(id) } as const;
        const response = request({ ...call, schema: object({ data: AccessPointResource }), signal });
        const { data } = await response.catch((error) => rethrowAsNotFound(error, id));
        return toAccessPoint(data.data);
      },
      staleTime: FRESH_MS,
      refetchInterval: ({ state }) => retryUntilLoadedMs(state),
    }),

  /** One access point, as the API sent it. */
  document: (id: string) => rawDocumentQuery(accessPointQueries.detail(id).queryKey, accessPointPath(id)),
};

const accessPointPath = (id: string) => `${PATH}/${encodeURIComponent(id)}`;

// The next two are constants outside the queries, so that TanStack Query calls them only when the data changes.

function byId(summaries: readonly AccessPointSummary[]): ReadonlyMap<string, AccessPointSummary> {
  return new Map(summaries.map((summary) => [summary.id, summary]));
}

/** Page markers may be offsets: a new access point at the top then moves the last one of each page to the next. */
function withoutDuplicates<T extends { pages: ResultPage[] }>(data: T): T {
  const seenIds = new Set<string>();
  const isNew = ({ id }: AccessPoint) => !seenIds.has(id) && Boolean(seenIds.add(id));
  const pages = data.pages.map((page) => ({ ...page, accessPoints: page.accessPoints.filter(isNew) }));
  return { ...data, pages };
}

function searchQuery(text: string, onlyAdministered: boolean): PageQuery {
  return {
    ...FIRST_PAGE,
    ...(text === '' ? {} : { 'filter[fulltext]': text }),
    ...(onlyAdministered ? { 'filter[endpoint_admin]': 'true' } : {}),
  };
}

function toSummary(resource: InferOutput<typeof AccessPointResource>): AccessPointSummary {
  const { id, name, organization, hostEndpointId } = toAccessPoint(resource);
  return { id, name, organization, hostEndpointId };
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
