import type { Random } from '../world/random.ts';

/** How a real answer is made to break its schema: empty fields, fields of another type, unheard-of states. */
export type Spoil = 'nulls' | 'types' | 'states';

const UNHEARD_OF: readonly [string, ...string[]] = ['REBALANCING', 'paused', '', '<b>ACTIVE</b>', 'ÜBERGANG'];

const WRONG_TYPES: readonly [unknown, ...unknown[]] = [7, true, [], {}, 'text', -1.5];

/** The JSON answer with some of the fields of its attributes spoiled; what is no JSON comes back as it is. */
export function spoiledAnswer(body: Buffer, spoil: Spoil, random: Random): Buffer {
  try {
    return Buffer.from(JSON.stringify(spoilValue(JSON.parse(String(body)), spoil, random, false)));
  } catch {
    return body;
  }
}

function spoilValue(value: unknown, spoil: Spoil, random: Random, inAttributes: boolean): unknown {
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
