import type { IncomingMessage, ServerResponse } from 'node:http';
import { PATHS } from './paths.ts';

const CORS_PATHS: readonly string[] = [
  PATHS.token,
  PATHS.revoke,
  PATHS.userinfo,
  PATHS.identities,
  PATHS.jwks,
  PATHS.discovery,
];

/**
 * Lets pages of other origins read the Auth API. The origin is named in the response; credentials are not allowed. Sets
 * the headers on the raw response before a handler writes to it.
 *
 * @returns true if the request was a preflight and is answered
 */
export function handleCors(request: IncomingMessage, response: ServerResponse, path: string): boolean {
  if (!CORS_PATHS.some((corsPath) => path === corsPath || path.startsWith(`${PATHS.identities}/`)))
    return false;
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
