import type { Endpoint } from '../../../domain/site/endpoint.ts';
import type { UrlState } from '../../../ui/useUrlState.ts';

/** How the search of the page is written in its address: `?q=harbor`. */
export const ENDPOINT_SEARCH: UrlState<{ text: string }> = {
  read: (query) => ({ text: query.get('q') ?? '' }),
  write: ({ text }, query) => {
    if (text) query.set('q', text);
    else query.delete('q');
  },
};

/** Returns whether all words of a search occur in an endpoint's name, organization, owner or ID. */
export function matchesSearch({ id, name, organization, owner }: Endpoint, text: string): boolean {
  const searched = [id, name, organization, owner].join(' ').toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => searched.includes(word));
}
