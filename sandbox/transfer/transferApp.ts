import type { Context } from 'hono';
import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { apiCors } from '../serving/apiCors.ts';
import { findBearerToken } from '../serving/bearerToken.ts';
import { asReportedBySite, transferErrorDocument } from '../serving/errorDocuments.ts';
import { newRequestId } from '../serving/requestId.ts';
import { accessPointRoutes } from './accessPointRoutes.ts';
import { endpointRoutes } from './endpointRoutes.ts';
import { TransferError, ValidationError } from './errors.ts';
import type { TransferDeps, TransferEnv } from './transferEnv.ts';
import { tunnelEventRoutes } from './tunnelEventRoutes.ts';
import { tunnelRoutes } from './tunnelRoutes.ts';

const RESOURCE_SERVER = 'transfer.api.globus.org';

/** Returns the Transfer service: the streaming part of v2, and the endpoint document of v0.10. */
export function transferApp(deps: TransferDeps): Hono<TransferEnv> {
  const app = new Hono<TransferEnv>();
  app.use(async (c, next) => {
    c.set('requestId', newRequestId());
    c.header('X-Request-Id', c.var.requestId);
    await next();
  });
  app.use(apiCors());
  app.use(async (c, next) => {
    const caller = findBearerToken(c.req.header('Authorization'), deps.tokens, RESOURCE_SERVER);
    if (!caller) {
      c.header('WWW-Authenticate', 'Bearer');
      throw new TransferError({ status: 401, detail: 'The access token is missing or invalid.' });
    }
    c.set('caller', caller);
    await next();
  });
  app.route('/', accessPointRoutes(deps));
  app.route('/', tunnelRoutes(deps));
  app.route('/', tunnelEventRoutes(deps));
  app.route('/', endpointRoutes(deps));
  app.notFound((c) => {
    const url = new URL(c.req.url);
    if (url.pathname.length > 1 && url.pathname.endsWith('/')) {
      url.pathname = url.pathname.replace(/\/+$/, '');
      return c.redirect(url.href, 307);
    }
    return errorResponse(c, new TransferError({ status: 404, detail: 'There is no such resource.' }), deps);
  });
  app.onError((error, c) => {
    if (error instanceof ValidationError) {
      return c.json({ detail: error.issues, meta: { request_id: c.var.requestId } }, 422);
    }
    if (error instanceof TransferError) return errorResponse(c, error, deps);
    const detail = 'This is an error in the sandbox itself.';
    return errorResponse(
      c,
      new TransferError({ status: 500, detail: `${detail} ${error.stack ?? error}` }),
      deps,
    );
  });
  return app;
}

function errorResponse(
  c: Context<TransferEnv>,
  transferError: TransferError,
  { settings }: TransferDeps,
): Response {
  const location = settings.authorizationParametersLocation;
  const error = asReportedBySite(transferError, location);
  const path = new URL(c.req.url).pathname;
  const document = transferErrorDocument(error, { requestId: c.var.requestId, path, location });
  return c.json(document, error.status as ContentfulStatusCode);
}
