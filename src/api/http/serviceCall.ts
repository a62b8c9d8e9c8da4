/** Identifies this client in the format of the Globus SDKs. */
const CLIENT_INFO = `product=globus-streams-dashboard,version=${__APP_VERSION__}`;

/**
 * Sends a call to a service. The only fetch to one: it sends no cookies, caches nothing and follows no redirect.
 *
 * @param token empty for a call that anyone may make
 */
export function callService(
  url: string,
  {
    method,
    token,
    body,
    signal = null,
  }: { method: string; token: string; body?: unknown; signal?: AbortSignal | null },
): Promise<Response> {
  return fetch(url, {
    method,
    headers: {
      Accept: 'application/json',
      ...(token === '' ? {} : { Authorization: `Bearer ${token}` }),
      'X-Globus-Client-Info': CLIENT_INFO,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    // No Globus service redirects, and a token must not follow a redirect.
    redirect: 'error',
    signal,
  });
}
