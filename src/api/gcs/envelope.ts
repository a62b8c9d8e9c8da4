import { array, boolean, fallback, type GenericSchema, type InferOutput, object, unknown } from 'valibot';
import { ApiError } from '../http/errors.ts';
import { type ApiCall, type GcsManager, request } from '../http/http.ts';
import { OptionalText, readItems } from '../http/jsonApi.ts';
import { collectPages } from '../http/paging.ts';
import { getOwnProperty } from '../http/untrustedJson.ts';

const PAGE_SIZE = '100';

/** The envelope of the GCS Manager API around a list (globus-api.md, "GCS Manager"). */
const ListEnvelope = object({
  data: array(unknown()),
  has_next_page: fallback(boolean(), false),
  marker: OptionalText,
});

/** Loads every page of a list from a GCS Manager; returns the items, and the number of those that couldn't be parsed. */
export function fetchAllFromGcs<TSchema extends GenericSchema<unknown, { id: string }>>(
  service: GcsManager,
  path: string,
  schema: TSchema,
  signal: AbortSignal,
): Promise<{ items: InferOutput<TSchema>[]; unreadable: number }> {
  const firstPage = { page_size: PAGE_SIZE };
  return collectPages(path, firstPage, async (query) => {
    const { data } = await request({ service, method: 'GET', path, query, schema: ListEnvelope, signal });
    const next = data.has_next_page && data.marker ? { ...firstPage, marker: data.marker } : null;
    return { ...readItems(schema, data.data), next };
  });
}

/**
 * Calls a GCS Manager for one document.
 *
 * @throws ApiError when the response doesn't include a document of this type, and as `request` does
 */
export async function requestFromGcs<TSchema extends GenericSchema>(
  call: ApiCall,
  schema: TSchema,
): Promise<InferOutput<TSchema>> {
  const { data, requestId } = await request({ ...call, schema: unknown() });
  const document = findDocument(schema, data);
  if (document !== undefined) return document;
  const detail = 'The response doesn’t include the document that was requested.';
  throw new ApiError({ kind: 'malformed', detail, requestId, method: call.method, path: call.path });
}

/**
 * Finds one document in a response: the first item in the envelope that matches the schema, its `data`, or the response
 * itself if it has no envelope [A]. Returns undefined when none matches.
 */
export function findDocument<TSchema extends GenericSchema>(
  schema: TSchema,
  response: unknown,
): InferOutput<TSchema> | undefined {
  const data = getOwnProperty(response, 'data');
  const { items } = readItems(schema, Array.isArray(data) ? data : [data ?? response]);
  return items[0];
}
