/**
 * The ids of a list from one to another, both included, in either direction. Where one of them stands in several
 * places, the places nearest to each other count.
 *
 * @param fromId null, or an id that is not in the list: the other alone
 */
export function idsBetween(ids: readonly string[], fromId: string | null, toId: string): string[] {
  const placesOf = (wanted: string | null) => ids.flatMap((id, place) => (id === wanted ? [place] : []));
  const ends = placesOf(toId);
  const [nearest] = placesOf(fromId)
    .flatMap((from) => ends.map((to): [number, number] => (from < to ? [from, to] : [to, from])))
    .sort((one, other) => one[1] - one[0] - (other[1] - other[0]));
  return nearest ? [...new Set(ids.slice(nearest[0], nearest[1] + 1))] : [toId];
}
