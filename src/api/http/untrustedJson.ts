// Reads JSON of unknown shape: one step at a time, own properties only, and texts truncated.

const MAX_TEXT_LENGTH = 2000;
const MAX_LIST_LENGTH = 50;

/** Returns a property of an unknown value; undefined when it has none of its own. Never an inherited one. */
export function getOwnProperty(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}

/** Returns the first 50 items of an array; none when the value isn't an array. */
export function toArray(value: unknown): unknown[] {
  return Array.isArray(value) ? value.slice(0, MAX_LIST_LENGTH) : [];
}

/** Returns the texts of a list that is an array or a comma-separated text. */
export function toTexts(value: unknown): string[] {
  const list = typeof value === 'string' ? value.split(',') : value;
  return toArray(list).flatMap((entry) => toText(entry) ?? []);
}

/** Returns a text that isn't blank, truncated to 2000 characters; null for any other value. */
export function toText(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const trimmed = value.trim();
  return trimmed.length > MAX_TEXT_LENGTH ? `${trimmed.slice(0, MAX_TEXT_LENGTH)}…` : trimmed || null;
}
