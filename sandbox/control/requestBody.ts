import type { Context } from 'hono';

/** An order that control does not understand; answered with 400. */
export class BadRequestError extends Error {}

/** The JSON object in the body; an empty body is an empty object. */
export async function readJsonObject(c: Context): Promise<Record<string, unknown>> {
  const text = await c.req.text();
  if (text.trim() === '') return {};
  try {
    const order: unknown = JSON.parse(text);
    if (typeof order === 'object' && order !== null && !Array.isArray(order)) {
      return order as Record<string, unknown>;
    }
  } catch {
    // Told below: it is no JSON object either.
  }
  throw new BadRequestError('The body must be a JSON object.');
}

/** A number of the order, or undefined when it is not there. */
export function optionalNumber(order: Record<string, unknown>, name: string, lowest = 0): number | undefined {
  const value = order[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' && value >= lowest) return value;
  throw new BadRequestError(`${name} must be a number of at least ${lowest}.`);
}

/** A text of the order; without a fallback it must be there. */
export function requiredString(order: Record<string, unknown>, name: string): string {
  const value = order[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new BadRequestError(`${name} must be a text.`);
}

/** Refuses misspelt fields: a failure that never happens makes a test that proves nothing. */
export function rejectUnknownFields(order: Record<string, unknown>, fields: readonly string[]): void {
  const unknown = Object.keys(order).filter((name) => !fields.includes(name));
  if (unknown.length > 0) {
    throw new BadRequestError(`Unknown: ${unknown.join(', ')}. There are: ${fields.join(', ')}.`);
  }
}
