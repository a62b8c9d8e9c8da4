/** Pseudorandom numbers that are the same for the same seed on every machine. */
export interface Random {
  /** Returns a number from 0 to 1, without 1. */
  fraction(): number;
  /** Returns an integer between both bounds, which are included. */
  integer(lowest: number, highest: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly [T, ...T[]]): T;
  /** Returns a version 4 UUID. */
  uuid(): string;
}

/** Returns an FNV-1a hash of the text, to tell seeds apart. Not for secrets. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

/** Starts a sequence of numbers. Use a separate seed for each purpose, so that one doesn't change another. */
export function createRandom(seed: string): Random {
  let state = hash(seed);
  // Mulberry32: fast, with one 32-bit word of state.
  const word = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const fraction = () => word() / 0x1_0000_0000;
  const hex = () => word().toString(16).padStart(8, '0');
  return {
    fraction,
    integer: (lowest, highest) => lowest + Math.floor(fraction() * (highest - lowest + 1)),
    chance: (probability) => fraction() < probability,
    pick: (items) => items[Math.floor(fraction() * items.length)] ?? items[0],
    uuid() {
      const digits = hex() + hex() + hex() + hex();
      const variant = '89ab'[Number.parseInt(digits.charAt(16), 16) % 4];
      return [
        digits.slice(0, 8),
        digits.slice(8, 12),
        `4${digits.slice(13, 16)}`,
        `${variant}${digits.slice(17, 20)}`,
        digits.slice(20, 32),
      ].join('-');
    },
  };
}
