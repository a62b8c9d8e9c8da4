import type { Random } from '../world/random.ts';

/**
 * How a real answer is made to break its schema: a third of its attributes are null, or of another type; its states
 * are unheard of; or, anywhere in the document, parts are null, of another type or missing.
 */
export type Corruption = 'nulls' | 'types' | 'states' | 'parts';

const UNHEARD_OF: readonly [string, ...string[]] = ['REBALANCING', 'paused', '', '<b>ACTIVE</b>', 'ÜBERGANG'];

const WRONG_TYPES: readonly [unknown, ...unknown[]] = [7, true, [], {}, 'text', -1.5];

/** The JSON answer, spoiled; what is no JSON comes back as it is. */
export function corruptBody(body: Buffer, spoil: Corruption, random: Random): Buffer {
  try {
    const document: unknown = JSON.parse(String(body));
    const spoiled =
      spoil === 'parts' ? breakParts(document, random) : spoilValue(document, spoil, random, false);
    return Buffer.from(JSON.stringify(spoiled));
  } catch {
    return body;
  }
}

function spoilValue(value: unknown, spoil: Corruption, random: Random, inAttributes: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => spoilValue(item, spoil, random, inAttributes));
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([name, field]) => {
      if (name === 'state' && inAttributes && spoil === 'states') return [name, random.pick(UNHEARD_OF)];
      return [name, spoilValue(field, spoil, random, inAttributes || name === 'attributes')];
    });
    return Object.fromEntries(entries);
  }
  if (!inAttributes || spoil === 'states' || !random.chance(0.3)) return value;
  return spoil === 'nulls' ? null : random.pick(WRONG_TYPES);
}

/** Every part has the same small risk, so that a long list loses some of its items and seldom all. */
function breakParts(value: unknown, random: Random): unknown {
  if (random.chance(0.03))
    return random.pick([null, undefined, ...WRONG_TYPES.filter((wrong) => typeof wrong !== typeof value)]);
  if (Array.isArray(value)) return value.map((item) => breakParts(item, random));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, breakParts(part, random)]));
}
