import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';

/**
 * Returns the cross-origin rules of the API services. Any origin may call them and is named in the response; cookies
 * are never used; only the headers that the official clients send are allowed.
 */
export function apiCors(): MiddlewareHandler {
  return cors({
    origin: (origin) => origin,
    allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowHeaders: ['Accept', 'Authorization', 'Content-Type', 'X-Globus-Client-Info'],
    exposeHeaders: ['X-Request-Id', 'Retry-After'],
    maxAge: 600,
  });
}
