import type { Context } from 'hono';
import { GcsError } from './gcsErrors.ts';

/**
 * Reads the document in the body of a request.
 *
 * @param dataTypes the values of DATA_TYPE that this endpoint accepts
 * @throws GcsError 415 for another content or document type, 400 for a body that isn't a document
 */
export async function readDocument(
  c: Context,
  dataTypes: readonly string[],
): Promise<Record<string, unknown> & { DATA_TYPE: string }> {
  if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(c.req.header('Content-Type') ?? ''))
    throw new GcsError(415, 'unsupported_media_type', 'The content type must be application/json.');
  const body: unknown = await c.req.json().catch(() => undefined);
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new GcsError(400, 'bad_request', 'The body is not a JSON object.');
  const document = body as Record<string, unknown>;
  const { DATA_TYPE: dataType } = document;
  if (typeof dataType !== 'string') throw new GcsError(400, 'bad_request', 'DATA_TYPE is missing.');
  if (!dataTypes.includes(dataType)) {
    const message = `DATA_TYPE must be ${dataTypes.join(' or ')}, not ${dataType}.`;
    throw new GcsError(415, 'unsupported_media_type', message);
  }
  return { ...document, DATA_TYPE: dataType };
}
