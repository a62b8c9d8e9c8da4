import { queryOptions } from '@tanstack/react-query';
import { unknown } from 'valibot';
import { request } from './http/http.ts';

/** A document as the API sent it, to be read by people: the one place where the wire leaves api/, as text. */
export interface RawDocument {
  text: string;
  requestId: string | null;
}

const raw = (path: string) =>
  queryOptions({
    queryKey: ['raw', path] as const,
    queryFn: async ({ signal }): Promise<RawDocument> => {
      const call = { service: 'transfer', method: 'GET', path, schema: unknown(), signal } as const;
      const { text, requestId } = await request(call);
      return { text, requestId };
    },
  });

/** The documents behind a page, read anew. */
export const rawDocumentQueries = {
  tunnel: (id: string) => raw(`/v2/tunnels/${encodeURIComponent(id)}`),
  /** The first page of them. */
  events: (tunnelId: string) => raw(`/v2/tunnels/${encodeURIComponent(tunnelId)}/events`),
  accessPoint: (id: string) => raw(`/v2/stream_access_points/${encodeURIComponent(id)}`),
};
