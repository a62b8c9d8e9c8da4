import type { Random } from '../world/random.ts';

/**
 * How a real response breaks its schema.
 * - `nulls`, `types`: about a third of the attributes are null, or have the wrong type.
 * - `states`: states are unknown values.
 * - `parts`: anywhere in the document, values are null, missing or have the wrong type.
 */
export type Corruption = 'nulls' | 'types' | 'states' | 'parts';

const UNKNOWN_STATES: readonly [string, ...string[]] = [
  'REBALANCING',
  'paused',
  '',
  '<b>ACTIVE</b>',
  'ÜBERGANG',
];

const WRONG_TYPES: readonly [unknown, ...unknown[]] = [7, true, [], {}, 'text', -1.5];

/** Returns the JSON body with the given corruption. Returns a body that isn't JSON unchanged. */
export function corruptBody(body: Buffer, corruption: Corruption, random: Random): Buffer {
  try {
    const document: unknown = JSON.parse(String(body));
    const corrupted =
      corruption === 'parts'
        ? corruptParts(document, random)
        : corruptAttributes(document, corruption, random, false);
    return Buffer.from(JSON.stringify(corrupted));
  } catch {
    return body;
  }
}

function corruptAttributes(
  value: unknown,
  corruption: Corruption,
  random: Random,
  inAttributes: boolean,
): unknown {
  if (Array.isArray(value))
    return value.map((item) => corruptAttributes(item, corruption, random, inAttributes));
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([name, field]) => {
      if (name === 'state' && inAttributes && corruption === 'states')
        return [name, random.pick(UNKNOWN_STATES)];
      return [name, corruptAttributes(field, corruption, random, inAttributes || name === 'attributes')];
    });
    return Object.fromEntries(entries);
  }
  if (!inAttributes || corruption === 'states' || !random.chance(0.3)) return value;
  return corruption === 'nulls' ? null : random.pick(WRONG_TYPES);
}

/** Every value has the same small risk, so that a long list loses some of its items but rarely all. */
function corruptParts(value: unknown, random: Random): unknown {
  if (random.chance(0.03))
    return random.pick([null, undefined, ...WRONG_TYPES.filter((wrong) => typeof wrong !== typeof value)]);
  if (Array.isArray(value)) return value.map((item) => corruptParts(item, random));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, corruptParts(part, random)]));
}
