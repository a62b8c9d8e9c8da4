// Looking into answers that may be anything at all: one step at a time, own properties only, texts cut.

const LONGEST_TEXT = 2000;
const LONGEST_LIST = 50;

/** A property of something unknown; undefined when there is none. Never one inherited from a prototype. */
export function getOwnProperty(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}

/** The entries of a list (the first 50 at most), or none when it is not a list. */
export function toArray(value: unknown): unknown[] {
  return Array.isArray(value) ? value.slice(0, LONGEST_LIST) : [];
}

/** A text that is not blank, cut to 2000 characters; null for everything else. */
export function toText(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const trimmed = value.trim();
  return trimmed.length > LONGEST_TEXT ? `${trimmed.slice(0, LONGEST_TEXT)}…` : trimmed || null;
}
