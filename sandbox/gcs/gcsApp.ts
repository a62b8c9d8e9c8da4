import type { Context, MiddlewareHandler } from 'hono';
import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { apiCors } from '../serving/apiCors.ts';
import { findBearerToken } from '../serving/bearerToken.ts';
import type { ErrorInfo } from '../serving/errorDocuments.ts';
import { gcsErrorDocument } from '../serving/errorDocuments.ts';
import { newRequestId } from '../serving/requestId.ts';
import type { Endpoint } from '../world/sites.ts';
import type { GcsDeps, GcsEnv } from './gcsEnv.ts';
import { GcsError, resultDocument } from './gcsEnv.ts';
import { lanSecretRoutes } from './lanSecretRoutes.ts';
import { streamGatewayRoutes } from './streamGatewayRoutes.ts';

/**
 * Returns the GCS Manager of every endpoint on one origin. A real endpoint has its own origin; here its ID is the first
 * part of the path. Clients that accept only an origin can leave it out: the token then decides the endpoint.
 */
export function gcsApp(deps: GcsDeps): Hono<GcsEnv> {
  const app = new Hono<GcsEnv>();
  app.use(async (c, next) => {
    c.header('X-Request-Id', newRequestId());
    await next();
  });
  app.use(apiCors());

  const api = new Hono<GcsEnv>();
  api.get('/info', (c) => c.json(infoDocument(deps.world.sites.endpoint(c.req.param('endpoint') ?? ''))));
  api.use(requireToken(deps));
  api.route('/', streamGatewayRoutes(deps));
  api.route('/', lanSecretRoutes(deps));

  app.route('/api', api);
  app.route('/:endpoint{[0-9a-f-]{36}}/api', api);
  app.notFound((c) =>
    errorResponse(c, { status: 404, code: 'NotFound', detail: 'There is no such resource.' }),
  );
  app.onError((error, c) => {
    if (error instanceof GcsError) return errorResponse(c, error);
    const detail = `This is an error in the sandbox itself. ${error.stack ?? error}`;
    return errorResponse(c, { status: 500, code: 'InternalServerError', detail });
  });
  return app;
}

function errorResponse(c: Context<GcsEnv>, error: ErrorInfo): Response {
  return c.json(gcsErrorDocument(error), error.status as ContentfulStatusCode);
}

function infoDocument(endpoint: Endpoint | undefined): object {
  return resultDocument([
    {
      DATA_TYPE: 'info#1.0.0',
      api_version: '1.49.0',
      client_id: endpoint?.id ?? null,
      endpoint_id: endpoint?.id ?? null,
      domain_name: endpoint?.domainName ?? null,
      manager_version: endpoint?.gcsVersion ?? '5.4.85',
    },
  ]);
}

/** Requires a token for this endpoint with the manage_collections scope. */
function requireToken({ world, tokens }: GcsDeps): MiddlewareHandler<GcsEnv> {
  return async (c, next) => {
    const unauthorized = new GcsError(401, 'Unauthorized', 'The access token is missing or invalid.');
    const header = c.req.header('Authorization');
    const endpointId = c.req.param('endpoint');
    const candidates = endpointId === undefined ? world.sites.endpointIds() : [endpointId];
    for (const id of candidates) {
      const caller = findBearerToken(header, tokens, id);
      const endpoint = world.sites.endpoint(id);
      if (!caller || !endpoint) continue;
      if (!caller.scope.includes(`urn:globus:auth:scope:${id}:manage_collections`)) {
        throw new GcsError(403, 'PermissionDenied', 'The token lacks the scope manage_collections.');
      }
      c.set('caller', caller);
      c.set('endpoint', endpoint);
      return next();
    }
    throw unauthorized;
  };
}
