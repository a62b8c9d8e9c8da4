import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';

/**
 * Cross-origin rules of the API services: any page may ask, its origin is named, cookies never take part, and only
 * the headers that Globus' clients send are let through.
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
