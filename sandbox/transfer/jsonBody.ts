import type { Context } from 'hono';
import type { ValidationIssue } from './errors.ts';
import { ValidationError } from './errors.ts';

/**
 * Returns the JSON body of a request.
 *
 * @throws ValidationError if it isn't JSON
 */
export async function readJsonBody(c: Context): Promise<unknown> {
  const text = await c.req.text();
  if (text === '')
    throw new ValidationError([{ type: 'missing', loc: ['body'], msg: 'Field required', input: null }]);
  // With another content type, the real service handles the body as a string.
  if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(c.req.header('Content-Type') ?? '')) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new ValidationError([invalidJsonIssue(error, text)]);
  }
}

function invalidJsonIssue(error: unknown, text: string): ValidationIssue {
  const message = error instanceof Error ? error.message : '';
  const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
  return {
    type: 'json_invalid',
    loc: ['body', position],
    msg: 'JSON decode error',
    input: {},
    ctx: { error: 'Expecting value' },
  };
}
