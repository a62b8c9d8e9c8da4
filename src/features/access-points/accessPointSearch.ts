import type { UrlState } from '../../ui/useUrlState.ts';

/** What the page of access points searches for. */
export interface AccessPointSearch {
  text: string;
  /** Whether only access points that the signed-in user administers are listed. */
  onlyAdministered: boolean;
}

/** How a search is written in the page's address: `?q=beamline&mine=1`. */
export const ACCESS_POINT_SEARCH: UrlState<AccessPointSearch> = {
  read: (query) => ({ text: query.get('q') ?? '', onlyAdministered: query.get('mine') === '1' }),
  write: ({ text, onlyAdministered }, query) => {
    setOrDelete(query, 'q', text);
    setOrDelete(query, 'mine', onlyAdministered ? '1' : '');
  },
};

/** Returns the query string of a search, to put behind the address of the page: "?q=beamline", or "". */
export function searchQueryString(search: Partial<AccessPointSearch>): string {
  const query = new URLSearchParams();
  ACCESS_POINT_SEARCH.write({ text: '', onlyAdministered: false, ...search }, query);
  return query.size > 0 ? `?${query}` : '';
}

function setOrDelete(query: URLSearchParams, name: string, value: string): void {
  if (value) query.set(name, value);
  else query.delete(name);
}
