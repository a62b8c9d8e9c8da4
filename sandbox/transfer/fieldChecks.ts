import { isIP } from 'node:net';
import type { ValidationIssue } from './errors.ts';

export type FieldPath = readonly (string | number)[];
/** Returns the parsed value, or adds an issue and returns undefined. */
export type FieldCheck<T> = (value: unknown, loc: FieldPath, issues: ValidationIssue[]) => T | undefined;

const addIssue = (
  issues: ValidationIssue[],
  loc: FieldPath,
  issue: Omit<ValidationIssue, 'loc'>,
): undefined => {
  issues.push({ ...issue, loc: [...loc] });
};

/** Adds the issue of a missing required field. */
export function addMissingIssue(issues: ValidationIssue[], loc: FieldPath, input: unknown): undefined {
  return addIssue(issues, loc, { type: 'missing', msg: 'Field required', input });
}

/** Checks an optional field of an object. Returns the fallback if the field is missing or null. */
export function optionalField<T, F>(
  source: Record<string, unknown>,
  name: string,
  at: { loc: FieldPath; issues: ValidationIssue[] },
  check: FieldCheck<T>,
  fallback: F,
): T | F {
  const value = source[name];
  if (value === undefined || value === null) return fallback;
  return check(value, [...at.loc, name], at.issues) ?? fallback;
}

export const checkObject: FieldCheck<Record<string, unknown>> = (value, loc, issues) => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  return addIssue(issues, loc, {
    type: 'model_attributes_type',
    msg: 'Input should be a valid dictionary or object to extract fields from',
    input: value,
  });
};

export const checkString =
  (maxLength: number): FieldCheck<string> =>
  (value, loc, issues) => {
    if (typeof value !== 'string') {
      return addIssue(issues, loc, {
        type: 'string_type',
        msg: 'Input should be a valid string',
        input: value,
      });
    }
    // Counts code points, like Python.
    if ([...value].length <= maxLength) return value;
    return addIssue(issues, loc, {
      type: 'string_too_long',
      msg: `String should have at most ${maxLength} characters`,
      input: value,
      ctx: { max_length: maxLength },
    });
  };

/** A string that contains an integer counts as a number, like in the real service. */
export const checkInteger =
  (lowest: number, highest: number): FieldCheck<number> =>
  (value, loc, issues) => {
    const number = readInteger(value);
    if (typeof number === 'object') return addIssue(issues, loc, { ...number, input: value });
    if (number < lowest) {
      return addIssue(issues, loc, {
        type: 'greater_than_equal',
        msg: `Input should be greater than or equal to ${lowest}`,
        input: value,
        ctx: { ge: lowest },
      });
    }
    if (number <= highest) return number;
    return addIssue(issues, loc, {
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

const BOOLEAN_WORDS: Record<string, boolean> = {
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

export const checkBoolean: FieldCheck<boolean> = (value, loc, issues) => {
  if (typeof value === 'boolean') return value;
  const word =
    typeof value === 'string' || typeof value === 'number' ? String(value).toLowerCase() : undefined;
  if (word === undefined) {
    return addIssue(issues, loc, { type: 'bool_type', msg: 'Input should be a valid boolean', input: value });
  }
  if (Object.hasOwn(BOOLEAN_WORDS, word)) return BOOLEAN_WORDS[word];
  const msg = 'Input should be a valid boolean, unable to interpret input';
  return addIssue(issues, loc, { type: 'bool_parsing', msg, input: value });
};

const UUID =
  /^(?:urn:uuid:)?\{?([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})\}?$/i;

/** Returns the UUID in its canonical format; undefined if the text isn't a UUID in any format. */
export function parseUuid(text: string): string | undefined {
  return UUID.exec(text)?.slice(1).join('-').toLowerCase();
}

export const checkUuid: FieldCheck<string> = (value, loc, issues) => {
  if (typeof value !== 'string') {
    const msg = 'UUID input should be a string, bytes or UUID object';
    return addIssue(issues, loc, { type: 'uuid_type', msg, input: value });
  }
  const uuid = parseUuid(value);
  if (uuid !== undefined) return uuid;
  const error = `invalid length: expected length 32 for simple format, found ${value.length}`;
  const msg = `Input should be a valid UUID, ${error}`;
  return addIssue(issues, loc, { type: 'uuid_parsing', msg, input: value, ctx: { error } });
};

export const checkIpAddress: FieldCheck<string> = (value, loc, issues) => {
  if (typeof value === 'string' && isIP(value) !== 0) return value;
  const msg = 'value is not a valid IPv4 or IPv6 address';
  return addIssue(issues, loc, { type: 'ip_any_address', msg, input: value });
};

export const checkLiteral =
  (word: string): FieldCheck<string> =>
  (value, loc, issues) => {
    if (value === word) return word;
    const expected = `'${word}'`;
    return addIssue(issues, loc, {
      type: 'literal_error',
      msg: `Input should be ${expected}`,
      input: value,
      ctx: { expected },
    });
  };

/** Adds an issue for a rule of the service, such as two fields that must be used together. */
export function addRuleIssue(issues: ValidationIssue[], loc: FieldPath, rule: string, input: unknown): void {
  addIssue(issues, loc, { type: 'value_error', msg: `Value error, ${rule}`, input, ctx: { error: {} } });
}
