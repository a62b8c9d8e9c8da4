import type { Context } from 'hono';
import type { ValidationIssue } from './errors.ts';
import { ValidationError } from './errors.ts';
import type { FieldCheck } from './fieldChecks.ts';
import { addRuleIssue, checkInteger, checkUuid } from './fieldChecks.ts';

/** The sandbox's own. Globus documents no page sizes. */
const DEFAULT_LIMIT = 100;

/** Reads query parameters one by one, then throws all issues at once. */
export class QueryReader {
  readonly #c: Context;
  readonly #issues: ValidationIssue[] = [];

  constructor(c: Context) {
    this.#c = c;
  }

  read<T>(name: string, check: FieldCheck<T>): T | undefined {
    const value = this.#c.req.query(name);
    return value === undefined ? undefined : check(value, ['query', name], this.#issues);
  }

  /**
   * Returns the requested page: its size, and the position from the link of the previous page.
   *
   * @param highestLimit 0: the limit itself is refused
   */
  page(highestLimit: number): { limit: number; marker: number | undefined } {
    const check = highestLimit === 0 ? refuse : checkInteger(1, highestLimit);
    const defaultLimit = highestLimit === 0 ? DEFAULT_LIMIT : Math.min(DEFAULT_LIMIT, highestLimit);
    return {
      limit: this.read('page[limit]', check) ?? defaultLimit,
      marker: this.read('page[marker]', checkMarker),
    };
  }

  /** Adds an issue if both parameters are used. */
  mutuallyExclusive(one: string, other: string): void {
    if (this.#c.req.query(one) === undefined || this.#c.req.query(other) === undefined) return;
    addRuleIssue(this.#issues, ['query', other], `${one} and ${other} cannot be used together`, null);
  }

  throwIfInvalid(): void {
    if (this.#issues.length > 0) throw new ValidationError(this.#issues);
  }
}

/**
 * Returns the ID in the path.
 *
 * @throws ValidationError if it isn't a UUID
 */
export function parsePathUuid(c: Context, name: string): string {
  const issues: ValidationIssue[] = [];
  const uuid = checkUuid(c.req.param(name), ['path', name], issues);
  if (uuid === undefined) throw new ValidationError(issues);
  return uuid;
}

const refuse: FieldCheck<number> = (value, loc, issues) => {
  issues.push({
    type: 'extra_forbidden',
    loc: [...loc],
    msg: 'Extra inputs are not permitted',
    input: value,
  });
  return undefined;
};

/** Returns a marker for a position. Markers are opaque to clients. */
function createMarker(position: number): string {
  return Buffer.from(`sandbox:${position}`).toString('base64url');
}

const checkMarker: FieldCheck<number> = (value, loc, issues) => {
  const text = Buffer.from(String(value), 'base64url').toString('utf8');
  const position = /^sandbox:(\d+)$/.exec(text)?.[1];
  if (position !== undefined) return Number(position);
  addRuleIssue(issues, loc, 'the marker is not valid', value);
  return undefined;
};

/** Returns the `links` of a list: the same URL with the next marker, or null on the last page. */
export function nextLink(c: Context, marker: number | undefined): { next: string } | null {
  if (marker === undefined) return null;
  const url = new URL(c.req.url);
  url.searchParams.set('page[marker]', createMarker(marker));
  return { next: url.href };
}
