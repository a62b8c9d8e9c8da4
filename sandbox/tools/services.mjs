/** An error for the person at the terminal, without a stack. */
export class ToolError extends Error {}

const control = process.env.GLOBUS_SANDBOX_CONTROL ?? 'http://localhost:8400';
const persona = process.env.GLOBUS_SANDBOX_PERSONA ?? 'researcher';

/**
 * Sends a request and returns the parsed response.
 *
 * @param {string} url
 * @param {{ method?: string, body?: object, token?: string }} [request]
 * @returns {Promise<any>}
 * @throws ToolError with what the service said
 */
export async function call(url, { method = 'GET', body, token } = {}) {
  const response = await fetch(url, {
    method,
    headers: {
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new ToolError(`No response from ${new URL(url).origin}. Is the sandbox running?`);
  });
  const text = await response.text();
  if (!response.ok) throw new ToolError(`${method} ${new URL(url).pathname}: ${response.status} ${text}`);
  return text === '' ? null : JSON.parse(text);
}

/**
 * Signs in to one service. The real tool opens a browser; this one gets a token from the sandbox's control API.
 *
 * @param {string} [endpointId] the endpoint to sign in to; Transfer without it
 * @returns {Promise<string>} an access token
 */
export async function signIn(endpointId) {
  const body = { persona, ...(endpointId !== undefined && { resourceServer: endpointId }) };
  const { token } = await call(`${control}/tokens`, { method: 'POST', body });
  process.stderr.write(`Signed in to ${endpointId ?? 'Transfer'} as ${persona}.\n`);
  return token;
}

/**
 * Returns the address of Transfer.
 *
 * @returns {Promise<string>}
 */
export async function transferUrl() {
  return (await call(`${control}/`)).transfer;
}
