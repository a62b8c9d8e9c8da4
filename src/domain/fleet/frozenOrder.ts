import type { Tunnel } from '../tunnel/tunnel.ts';

/**
 * The rows of before with what is known of them now: nothing moves, nothing comes, and what does not match any
 * more stays where it is until one lets go; only what is gone altogether goes.
 *
 * @param held the ids of the rows as they stand
 * @param all every tunnel there is, whether it matches or not
 */
export function frozenOrder(held: readonly string[], all: readonly Tunnel[]): Tunnel[] {
  const byId = new Map(all.map((tunnel) => [tunnel.id, tunnel]));
  return held.flatMap((id) => byId.get(id) ?? []);
}
