/**
 * Returns the IDs of a list from one to another, both included, in either direction. If one of them occurs several
 * times, the two closest occurrences count.
 *
 * @param fromId if it is null or not in the list, the result is only `toId`
 */
export function idsBetween(ids: readonly string[], fromId: string | null, toId: string): string[] {
  const indexesOf = (wanted: string | null) => ids.flatMap((id, index) => (id === wanted ? [index] : []));
  const ends = indexesOf(toId);
  const [nearest] = indexesOf(fromId)
    .flatMap((from) => ends.map((to): [number, number] => (from < to ? [from, to] : [to, from])))
    .sort((one, other) => one[1] - one[0] - (other[1] - other[0]));
  return nearest ? [...new Set(ids.slice(nearest[0], nearest[1] + 1))] : [toId];
}
