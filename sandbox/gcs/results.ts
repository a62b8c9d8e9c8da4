import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { GcsEnv } from './gcsEnv.ts';

const DEFAULT_PAGE_SIZE = 100;
const MAX_PAGE_SIZE = 1000;

/** Sends a success response of GCS Manager. Its data is always a list. */
export function sendResult(
  c: Context<GcsEnv>,
  data: readonly object[],
  { status = 200, marker = null }: { status?: 200 | 201; marker?: string | null } = {},
): Response {
  return c.json(
    {
      DATA_TYPE: 'result#1.1.0',
      code: 'success',
      http_response_code: status,
      message: 'Operation successful',
      detail: 'success',
      data,
      has_next_page: marker !== null,
      marker,
    },
    status as ContentfulStatusCode,
  );
}

/** Sends the page of a list that `page_size` and `marker` ask for. */
export function sendPage<T>(
  c: Context<GcsEnv>,
  all: readonly T[],
  toDocument: (item: T) => object,
): Response {
  const pageSize = Math.min(positiveInteger(c.req.query('page_size')) ?? DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE);
  const start = positiveInteger(c.req.query('marker')) ?? 0;
  const end = start + pageSize;
  const marker = end < all.length ? String(end) : null;
  return sendResult(c, all.slice(start, end).map(toDocument), { marker });
}

function positiveInteger(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+$/.test(text) && Number(text) > 0 ? Number(text) : undefined;
}
