/**
 * The place to return to after a sign-in, checked: always a page of this app, whatever was asked. Everything else
 * (another origin, `//host`, `javascript:`, a path outside the app, the callback itself) becomes the start page.
 *
 * @param asked an absolute address, as remembered before the redirect
 * @param appUrl the address the app is served at, with a slash at its end
 */
export function safeReturnUrl(asked: unknown, appUrl: string): string {
  if (typeof asked !== 'string' || !asked.startsWith(appUrl) || !URL.canParse(asked)) return appUrl;
  // Looked at again after parsing: `/streams/../elsewhere` begins well too.
  const url = new URL(asked);
  const isCallback = url.pathname === new URL('callback', appUrl).pathname;
  return url.href.startsWith(appUrl) && !isCallback ? url.href : appUrl;
}
