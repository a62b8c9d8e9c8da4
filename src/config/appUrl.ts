/**
 * The address this app is served at, with a slash at its end. A small script in index.html finds it (see there)
 * and writes it as the page's base, so that one build works at the root of a site and below any path.
 */
export function appUrl(): string {
  return document.baseURI;
}

/** A route (see routePaths.ts) as a whole address, to be used outside the page: in a mail, in documentation. */
export function absoluteUrl(route: string): string {
  return new URL(route.replace(/^\//, ''), appUrl()).href;
}
