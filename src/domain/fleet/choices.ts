import { shortId } from '../text/id.ts';

const collator = new Intl.Collator('en', { numeric: true });

/**
 * Returns a choice for each ID, once, in the order of their labels. Where names are equal, the labels add the
 * organization if each has another one, else the short ID.
 *
 * @param find returns what is known of an ID; without a name, the label is the short ID
 */
export function choicesFor(
  ids: readonly (string | null)[],
  find: (id: string) => { name: string | null; organization: string | null } | null,
): { value: string; label: string }[] {
  const byName = new Map<string, { id: string; organization: string | null }[]>();
  for (const id of new Set(ids)) {
    if (id === null) continue;
    const known = find(id);
    const name = known?.name ?? shortId(id);
    const organization = known?.organization ?? null;
    byName.set(name, [...(byName.get(name) ?? []), { id, organization }]);
  }
  const choices = [...byName].flatMap(([name, same]) => {
    const organizations = new Set(same.map(({ organization }) => organization));
    const hasOwnOrganizations = organizations.size === same.length && !organizations.has(null);
    return same.map(({ id, organization }) => ({
      value: id,
      label: same.length === 1 ? name : `${name} (${hasOwnOrganizations ? organization : shortId(id)})`,
    }));
  });
  return choices.sort((one, other) => collator.compare(one.label, other.label));
}
