/**
 * Returns the address this app is served at, with a trailing slash. The script in index.html finds it and writes it as
 * the page's base, so that one build works at the root of a site and below any path.
 */
export function appUrl(): string {
  return document.baseURI;
}

/** Returns a route (routePaths.ts) as a full URL, to use outside the page, such as in an email. */
export function absoluteUrl(route: string): string {
  return new URL(route.replace(/^\//, ''), appUrl()).href;
}
