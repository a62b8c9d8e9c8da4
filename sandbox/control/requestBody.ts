import type { Context } from 'hono';

/** A request that the control API can't read. The response has status 400. */
export class BadRequestError extends Error {}

/**
 * Returns the JSON object in the body. An empty body is an empty object.
 *
 * @throws BadRequestError
 */
export async function readJsonObject(c: Context): Promise<Record<string, unknown>> {
  const text = await c.req.text();
  if (text.trim() === '') return {};
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) {
      return body as Record<string, unknown>;
    }
  } catch {
    // Reported below, like a body that is JSON but not an object.
  }
  throw new BadRequestError('The body must be a JSON object.');
}

/** More tunnels, events or access points than any test needs, and far fewer than would exhaust the memory. */
export const MAX_COUNT = 20_000;

/** Returns a number field, or undefined if it is missing or null. */
export function optionalNumber(
  body: Record<string, unknown>,
  name: string,
  lowest = 0,
  highest = Number.MAX_SAFE_INTEGER,
): number | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' && value >= lowest && value <= highest) return value;
  throw new BadRequestError(`${name} must be a number from ${lowest} to ${highest}.`);
}

/** Returns a string field that must not be missing or empty. */
export function requiredString(body: Record<string, unknown>, name: string): string {
  const value = body[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new BadRequestError(`${name} must be a string.`);
}

/** Rejects unknown fields, because a test proves nothing if a misspelled field keeps a failure from happening. */
export function rejectUnknownFields(body: Record<string, unknown>, fields: readonly string[]): void {
  const unknown = Object.keys(body).filter((name) => !fields.includes(name));
  if (unknown.length > 0) {
    throw new BadRequestError(`Unknown fields: ${unknown.join(', ')}. Valid fields: ${fields.join(', ')}.`);
  }
}
