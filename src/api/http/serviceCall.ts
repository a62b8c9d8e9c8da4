/** Identifies this client in the format of the Globus SDKs. */
const CLIENT_INFO = `product=globus-streams-dashboard,version=${__APP_VERSION__}`;

const PROBE_TIMEOUT_MS = 10_000;

/**
 * Sends a call to a service. The only fetch that carries a token: it sends no cookies, caches nothing and follows no redirect.
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

/**
 * Returns whether a server responds at all, for a call that failed without a response: a browser hides a response that
 * isn't for this page (CORS), but lets the page send a request whose response it can't read. It carries no token.
 */
export async function doesServerRespond(url: string, signal: AbortSignal): Promise<boolean> {
  try {
    await fetch(url, {
      mode: 'no-cors',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.any([signal, AbortSignal.timeout(PROBE_TIMEOUT_MS)]),
    });
    return true;
  } catch (error) {
    if (signal.aborted) throw error;
    return false;
  }
}
