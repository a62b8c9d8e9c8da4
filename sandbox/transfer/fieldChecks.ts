import { isIP } from 'node:net';
import type { ValidationIssue } from './errors.ts';

export type FieldPath = readonly (string | number)[];
/** Reads a value or notes why it cannot be read; then the value is undefined. */
export type FieldCheck<T> = (value: unknown, loc: FieldPath, findings: ValidationIssue[]) => T | undefined;

const note = (
  findings: ValidationIssue[],
  loc: FieldPath,
  finding: Omit<ValidationIssue, 'loc'>,
): undefined => {
  findings.push({ ...finding, loc: [...loc] });
};

/** The finding for a field that must be there and is not. */
export function addMissingIssue(findings: ValidationIssue[], loc: FieldPath, input: unknown): undefined {
  return note(findings, loc, { type: 'missing', msg: 'Field required', input });
}

/** Checks one field of an object; null and absence both mean "not given" and take the fallback. */
export function optionalField<T, F>(
  source: Record<string, unknown>,
  name: string,
  at: { loc: FieldPath; findings: ValidationIssue[] },
  check: FieldCheck<T>,
  fallback: F,
): T | F {
  const value = source[name];
  if (value === undefined || value === null) return fallback;
  return check(value, [...at.loc, name], at.findings) ?? fallback;
}

export const checkObject: FieldCheck<Record<string, unknown>> = (value, loc, findings) => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  return note(findings, loc, {
    type: 'model_attributes_type',
    msg: 'Input should be a valid dictionary or object to extract fields from',
    input: value,
  });
};

export const checkString =
  (longest: number): FieldCheck<string> =>
  (value, loc, findings) => {
    if (typeof value !== 'string') {
      return note(findings, loc, {
        type: 'string_type',
        msg: 'Input should be a valid string',
        input: value,
      });
    }
    // Code points, as Python counts them.
    if ([...value].length <= longest) return value;
    return note(findings, loc, {
      type: 'string_too_long',
      msg: `String should have at most ${longest} characters`,
      input: value,
      ctx: { max_length: longest },
    });
  };

/** Texts with a whole number in them count as numbers, as they do in a real service. */
export const checkInteger =
  (lowest: number, highest: number): FieldCheck<number> =>
  (value, loc, findings) => {
    const number = readInteger(value);
    if (typeof number === 'object') return note(findings, loc, { ...number, input: value });
    if (number < lowest) {
      return note(findings, loc, {
        type: 'greater_than_equal',
        msg: `Input should be greater than or equal to ${lowest}`,
        input: value,
        ctx: { ge: lowest },
      });
    }
    if (number <= highest) return number;
    return note(findings, loc, {
      type: 'less_than_equal',
      msg: `Input should be less than or equal to ${highest}`,
      input: value,
      ctx: { le: highest },
    });
  };

function readInteger(value: unknown): number | { type: string; msg: string } {
  if (typeof value === 'string') {
    if (/^\s*[+-]?\d+\s*$/.test(value)) return Number(value);
    const msg = 'Input should be a valid integer, unable to parse string as an integer';
    return { type: 'int_parsing', msg };
  }
  if (typeof value !== 'number') return { type: 'int_type', msg: 'Input should be a valid integer' };
  if (Number.isInteger(value)) return value;
  const msg = 'Input should be a valid integer, got a number with a fractional part';
  return { type: 'int_from_float', msg };
}

const TRUTHS: Record<string, boolean> = {
  true: true,
  t: true,
  yes: true,
  y: true,
  on: true,
  1: true,
  false: false,
  f: false,
  no: false,
  n: false,
  off: false,
  0: false,
};

export const checkBoolean: FieldCheck<boolean> = (value, loc, findings) => {
  if (typeof value === 'boolean') return value;
  const word =
    typeof value === 'string' || typeof value === 'number' ? String(value).toLowerCase() : undefined;
  if (word === undefined) {
    return note(findings, loc, { type: 'bool_type', msg: 'Input should be a valid boolean', input: value });
  }
  if (Object.hasOwn(TRUTHS, word)) return TRUTHS[word];
  const msg = 'Input should be a valid boolean, unable to interpret input';
  return note(findings, loc, { type: 'bool_parsing', msg, input: value });
};

const UUID =
  /^(?:urn:uuid:)?\{?([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})\}?$/i;

/** The UUID in its usual form, whichever form it came in. */
export function parseUuid(text: string): string | undefined {
  return UUID.exec(text)?.slice(1).join('-').toLowerCase();
}

export const checkUuid: FieldCheck<string> = (value, loc, findings) => {
  if (typeof value !== 'string') {
    const msg = 'UUID input should be a string, bytes or UUID object';
    return note(findings, loc, { type: 'uuid_type', msg, input: value });
  }
  const uuid = parseUuid(value);
  if (uuid !== undefined) return uuid;
  const error = `invalid length: expected length 32 for simple format, found ${value.length}`;
  const msg = `Input should be a valid UUID, ${error}`;
  return note(findings, loc, { type: 'uuid_parsing', msg, input: value, ctx: { error } });
};

export const checkIpAddress: FieldCheck<string> = (value, loc, findings) => {
  if (typeof value === 'string' && isIP(value) !== 0) return value;
  const msg = 'value is not a valid IPv4 or IPv6 address';
  return note(findings, loc, { type: 'ip_any_address', msg, input: value });
};

export const checkLiteral =
  (word: string): FieldCheck<string> =>
  (value, loc, findings) => {
    if (value === word) return word;
    const expected = `'${word}'`;
    return note(findings, loc, {
      type: 'literal_error',
      msg: `Input should be ${expected}`,
      input: value,
      ctx: { expected },
    });
  };

/** A rule of the service's own, such as two fields that must come together. */
export function addRuleIssue(
  findings: ValidationIssue[],
  loc: FieldPath,
  rule: string,
  input: unknown,
): void {
  note(findings, loc, { type: 'value_error', msg: `Value error, ${rule}`, input, ctx: { error: {} } });
}
