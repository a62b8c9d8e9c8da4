/**
 * Returns a safe address to return to after a sign-in: always a page of this app. Anything else (another origin, `//host`,
 * `javascript:`, a path outside the app, the callback itself) becomes the start page.
 *
 * @param requested an absolute address, as stored before the redirect
 * @param appUrl the address the app is served at, with a trailing slash
 */
export function safeReturnUrl(requested: unknown, appUrl: string): string {
  if (typeof requested !== 'string' || !requested.startsWith(appUrl) || !URL.canParse(requested))
    return appUrl;
  // Checked again after parsing, because `/streams/../elsewhere` has the right start too.
  const url = new URL(requested);
  const isCallback = url.pathname === new URL('callback', appUrl).pathname;
  return url.href.startsWith(appUrl) && !isCallback ? url.href : appUrl;
}
