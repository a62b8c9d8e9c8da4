/** Who calls, in the grammar of Globus' own SDKs. */
const CLIENT_INFO = `product=globus-streams-dashboard,version=${__APP_VERSION__}`;

/** The only call of fetch to a service: nothing is sent along but the token, and nothing is kept. */
export function callService(
  address: string,
  {
    method,
    token,
    body,
    signal = null,
  }: { method: string; token: string; body?: unknown; signal?: AbortSignal | null },
): Promise<Response> {
  return fetch(address, {
    method,
    headers: {
      Accept: 'application/json',
      Authorization: `Bearer ${token}`,
      'X-Globus-Client-Info': CLIENT_INFO,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    // No service redirects; a token must not follow one.
    redirect: 'error',
    signal,
  });
}
