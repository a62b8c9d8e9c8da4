import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';

const KINDS = {
  400: ['BAD_REQUEST', 'Bad Request'],
  401: ['UNAUTHORIZED', 'Unauthorized'],
  403: ['FORBIDDEN', 'Forbidden'],
  404: ['NOT_FOUND', 'Not Found'],
} as const;

/** An error of Auth's API in Auth's form: the `errors` array, and OAuth's two fields beside it. */
export function apiErrorResponse(c: Context, status: keyof typeof KINDS, detail: string): Response {
  const [code, title] = KINDS[status];
  const errors = [{ status: String(status), code, title, detail, id: randomUUID() }];
  return c.json({ errors, error: code.toLowerCase(), error_description: title }, status);
}
