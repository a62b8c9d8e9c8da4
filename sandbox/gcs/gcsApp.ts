import type { Context, MiddlewareHandler } from 'hono';
import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { apiCors } from '../serving/apiCors.ts';
import { findBearerToken } from '../serving/bearerToken.ts';
import type { ErrorInfo } from '../serving/errorDocuments.ts';
import { gcsErrorDocument } from '../serving/errorDocuments.ts';
import { newRequestId } from '../serving/requestId.ts';
import type { Endpoint } from '../world/sites.ts';
import { endpointRoutes } from './endpointRoutes.ts';
import type { GcsDeps, GcsEnv } from './gcsEnv.ts';
import { GcsError, missingScopes, missingToken, notFound } from './gcsErrors.ts';
import { lanSecretRoutes } from './lanSecretRoutes.ts';
import { sendResult } from './results.ts';
import { streamGatewayRoutes } from './streamGatewayRoutes.ts';

/**
 * Returns the GCS Manager of every endpoint on one origin. A real endpoint has its own origin; here its ID is the first
 * part of the path. Without it, the endpoint is the one whose domain the request names as its host, and otherwise the
 * one that the token is for.
 */
export function gcsApp(deps: GcsDeps): Hono<GcsEnv> {
  const app = new Hono<GcsEnv>();
  app.use(async (c, next) => {
    c.header('X-Request-Id', newRequestId());
    await next();
  });
  app.use(apiCors());

  const api = new Hono<GcsEnv>();
  api.get('/info', (c) => sendResult(c, [infoDocument(endpointOf(c, deps))]));
  api.use(requireToken(deps));
  api.route('/', endpointRoutes(deps));
  api.route('/', streamGatewayRoutes(deps));
  api.route('/', lanSecretRoutes(deps));

  app.route('/api', api);
  app.route('/:endpoint{[0-9a-f-]{36}}/api', api);
  app.notFound((c) => errorResponse(c, notFound('resource')));
  app.onError((error, c) => {
    if (error instanceof GcsError) return errorResponse(c, error);
    const detail = `This is an error in the sandbox itself. ${error.stack ?? error}`;
    return errorResponse(c, { status: 500, code: 'internal_server_error', detail });
  });
  return app;
}

function errorResponse(c: Context<GcsEnv>, error: ErrorInfo): Response {
  return c.json(gcsErrorDocument(error), error.status as ContentfulStatusCode);
}

function infoDocument(endpoint: Endpoint | undefined): object {
  return {
    DATA_TYPE: 'info#1.0.0',
    api_version: '1.49.0',
    client_id: endpoint?.id ?? null,
    endpoint_id: endpoint?.id ?? null,
    domain_name: endpoint?.managerDomain ?? null,
    manager_version: endpoint?.gcsVersion ?? '5.4.85',
  };
}

/** Returns the endpoint that a request names, by the ID in its path or by its host. */
function endpointOf(c: Context<GcsEnv>, { world }: GcsDeps): Endpoint | undefined {
  const id = c.req.param('endpoint');
  if (id !== undefined) return world.sites.endpoint(id);
  return world.sites.endpointByDomain(new URL(c.req.url).hostname);
}

/** Requires a token for this endpoint with the manage_collections scope. */
function requireToken(deps: GcsDeps): MiddlewareHandler<GcsEnv> {
  const { world, tokens } = deps;
  return async (c, next) => {
    const named = endpointOf(c, deps)?.id ?? c.req.param('endpoint');
    for (const id of named === undefined ? world.sites.endpointIds() : [named]) {
      const caller = findBearerToken(c.req.header('Authorization'), tokens, id);
      const endpoint = world.sites.endpoint(id);
      if (!caller || !endpoint) continue;
      const scope = `urn:globus:auth:scope:${id}:manage_collections`;
      if (!caller.scope.includes(scope)) throw missingScopes([scope]);
      c.set('caller', caller);
      c.set('endpoint', endpoint);
      return next();
    }
    throw missingToken();
  };
}
