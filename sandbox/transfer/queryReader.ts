import type { Context } from 'hono';
import type { ValidationIssue } from './errors.ts';
import { ValidationError } from './errors.ts';
import type { FieldCheck } from './fieldChecks.ts';
import { addRuleIssue, checkInteger, checkUuid } from './fieldChecks.ts';

/** Choices of the sandbox: the contract names no page sizes. */
const USUAL_LIMIT = 100;
const LARGEST_LIMIT = 1000;

/** Reads query parameters one by one and throws all findings in the end. */
export class QueryReader {
  readonly #c: Context;
  readonly #findings: ValidationIssue[] = [];

  constructor(c: Context) {
    this.#c = c;
  }

  read<T>(name: string, check: FieldCheck<T>): T | undefined {
    const value = this.#c.req.query(name);
    return value === undefined ? undefined : check(value, ['query', name], this.#findings);
  }

  /** The page asked for: how many, and the marker that an earlier page's link carried. */
  page(): { limit: number; marker: number | undefined } {
    return {
      limit: this.read('page[limit]', checkInteger(1, LARGEST_LIMIT)) ?? USUAL_LIMIT,
      marker: this.read('page[marker]', checkMarker),
    };
  }

  /** Two parameters of which a call may have one. */
  mutuallyExclusive(one: string, other: string): void {
    if (this.#c.req.query(one) === undefined || this.#c.req.query(other) === undefined) return;
    addRuleIssue(this.#findings, ['query', other], `${one} and ${other} cannot be used together`, null);
  }

  throwIfInvalid(): void {
    if (this.#findings.length > 0) throw new ValidationError(this.#findings);
  }
}

/** The id in the path; throws the finding for one that is no UUID. */
export function parsePathUuid(c: Context, name: string): string {
  const findings: ValidationIssue[] = [];
  const uuid = checkUuid(c.req.param(name), ['path', name], findings);
  if (uuid === undefined) throw new ValidationError(findings);
  return uuid;
}

/** Markers are opaque: only who made them can read them. */
function makeMarker(position: number): string {
  return Buffer.from(`sandbox:${position}`).toString('base64url');
}

const checkMarker: FieldCheck<number> = (value, loc, findings) => {
  const text = Buffer.from(String(value), 'base64url').toString('utf8');
  const position = /^sandbox:(\d+)$/.exec(text)?.[1];
  if (position !== undefined) return Number(position);
  addRuleIssue(findings, loc, 'the marker is not valid', value);
  return undefined;
};

/** `links` of a list: the same address with the next marker, or null when this was the last page. */
export function nextLink(c: Context, marker: number | undefined): { next: string } | null {
  if (marker === undefined) return null;
  const url = new URL(c.req.url);
  url.searchParams.set('page[marker]', makeMarker(marker));
  return { next: url.href };
}
