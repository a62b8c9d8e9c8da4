import { type QueryKey, queryOptions } from '@tanstack/react-query';
import { unknown } from 'valibot';
import { request } from './http.ts';

/** A document as the API sent it, for people to read: the only form in which the wire format leaves api/. */
export interface RawDocument {
  text: string;
  requestId: string | null;
}

/**
 * Builds the query for a document of the Transfer service. Its key is below the key of its resource, so that both are
 * invalidated together.
 */
export const rawDocumentQuery = (resourceKey: QueryKey, path: string) =>
  queryOptions({
    queryKey: [...resourceKey, 'document'],
    queryFn: async ({ signal }): Promise<RawDocument> => {
      const call = { service: 'transfer', method: 'GET', path, schema: unknown(), signal } as const;
      const { text, requestId } = await request(call);
      return { text, requestId };
    },
  });
