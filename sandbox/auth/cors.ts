import type { IncomingMessage, ServerResponse } from 'node:http';
import { PATHS } from './paths.ts';

const OPEN_PATHS: readonly string[] = [
  PATHS.token,
  PATHS.revoke,
  PATHS.userinfo,
  PATHS.identities,
  PATHS.jwks,
  PATHS.discovery,
];

/**
 * Lets pages of other origins read Auth's API: the asking origin by name, no credentials. Sets the headers on the
 * raw response, before either handler writes to it. Returns true when that was the whole answer (a preflight).
 */
export function handleCors(request: IncomingMessage, response: ServerResponse, path: string): boolean {
  if (!OPEN_PATHS.some((open) => path === open || path.startsWith(`${PATHS.identities}/`))) return false;
  response.setHeader('Vary', 'Origin');
  const { origin } = request.headers;
  if (origin !== undefined) response.setHeader('Access-Control-Allow-Origin', origin);
  if (request.method !== 'OPTIONS') return false;
  if (origin !== undefined && request.headers['access-control-request-method'] !== undefined) {
    response.setHeader('Access-Control-Allow-Methods', 'GET, POST');
    response.setHeader('Access-Control-Allow-Headers', 'Authorization, Content-Type, X-Globus-Client-Info');
    response.setHeader('Access-Control-Max-Age', '600');
  }
  response.writeHead(204).end();
  return true;
}
