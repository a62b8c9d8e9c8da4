import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';

const CODE_AND_TITLE = {
  400: ['BAD_REQUEST', 'Bad Request'],
  401: ['UNAUTHORIZED', 'Unauthorized'],
  403: ['FORBIDDEN', 'Forbidden'],
  404: ['NOT_FOUND', 'Not Found'],
} as const;

/** Returns an error response of the Auth API: the `errors` array, and the two error fields of OAuth. */
export function apiErrorResponse(c: Context, status: keyof typeof CODE_AND_TITLE, detail: string): Response {
  const [code, title] = CODE_AND_TITLE[status];
  const errors = [{ status: String(status), code, title, detail, id: randomUUID() }];
  return c.json({ errors, error: code.toLowerCase(), error_description: title }, status);
}
