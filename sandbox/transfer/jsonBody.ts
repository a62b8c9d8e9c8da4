import type { Context } from 'hono';
import type { ValidationIssue } from './errors.ts';
import { ValidationError } from './errors.ts';

/** The JSON body of a call; throws the findings of a body that is none. */
export async function readJsonBody(c: Context): Promise<unknown> {
  const text = await c.req.text();
  if (text === '')
    throw new ValidationError([{ type: 'missing', loc: ['body'], msg: 'Field required', input: null }]);
  // Without the right content type a real service takes the body for a mere text.
  if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(c.req.header('Content-Type') ?? '')) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new ValidationError([notJson(error, text)]);
  }
}

function notJson(error: unknown, text: string): ValidationIssue {
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
