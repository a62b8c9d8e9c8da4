/** Numbers that look random and are the same for the same seed, on every machine. */
export interface Random {
  /** 0 <= fraction < 1. */
  fraction(): number;
  /** Both ends included. */
  integer(lowest: number, highest: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly [T, ...T[]]): T;
  /** A version 4 UUID. */
  uuid(): string;
}

/** FNV-1a over the characters: enough to tell seeds apart, not for secrets. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

/** Starts a stream of numbers; give each purpose its own seed so that one never shifts another. */
export function createRandom(seed: string): Random {
  let state = hash(seed);
  // Mulberry32: one 32-bit word of state, good enough for an invented world and quick.
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
