import { parsePrefill } from '../../domain/tunnel/prefillLink.ts';

/** Where a link leads, and how it opens; an `HTMLAnchorElement` fits. */
type LinkTarget = Pick<HTMLAnchorElement, 'href' | 'target'>;

/**
 * Returns whether following a link abandons the page in this tab: for another page of this app, or for a new draft of a
 * tunnel. Links out of the app don't count: for those the browser asks (`beforeunload`), and it knows which of them leave
 * the page.
 *
 * @param pageUrl the page's address
 * @param appUrl the address the app is served at, with a slash at its end
 */
export function isLeaving({ href, target }: LinkTarget, pageUrl: string, appUrl: string): boolean {
  if (target === '_blank' || !href.startsWith(appUrl)) return false;
  const { pathname, searchParams } = new URL(href);
  return pathname !== new URL(pageUrl).pathname || parsePrefill(searchParams) !== null;
}

/** Returns where a link within the app leads, as the router writes it. */
export function routeOf(href: string, appUrl: string): string {
  return `/${href.slice(appUrl.length)}`;
}
