import type { Context } from 'hono';
import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { apiCors } from '../serving/apiCors.ts';
import { findBearerToken } from '../serving/bearerToken.ts';
import { jsonApiErrorDocument, legacyErrorDocument } from '../serving/errorDocuments.ts';
import { newRequestId } from '../serving/requestId.ts';
import { accessPointRoutes } from './accessPointRoutes.ts';
import { endpointRoutes } from './endpointRoutes.ts';
import { TransferError, ValidationError } from './errors.ts';
import type { TransferDeps, TransferEnv } from './transferEnv.ts';
import { tunnelEventRoutes } from './tunnelEventRoutes.ts';
import { tunnelRoutes } from './tunnelRoutes.ts';

const RESOURCE_SERVER = 'transfer.api.globus.org';

/** The Transfer service: v2 streaming, and of the older API what goes with it. */
export function transferApp(setUp: TransferDeps): Hono<TransferEnv> {
  const app = new Hono<TransferEnv>();
  app.use(async (c, next) => {
    c.set('requestId', newRequestId());
    c.header('X-Request-Id', c.var.requestId);
    await next();
  });
  app.use(apiCors());
  app.use(async (c, next) => {
    const caller = findBearerToken(c.req.header('Authorization'), setUp.tokens, RESOURCE_SERVER);
    if (!caller) {
      c.header('WWW-Authenticate', 'Bearer');
      throw new TransferError({ status: 401, detail: 'The access token is missing or no longer good.' });
    }
    c.set('caller', caller);
    await next();
  });
  app.route('/', accessPointRoutes(setUp));
  app.route('/', tunnelRoutes(setUp));
  app.route('/', tunnelEventRoutes(setUp));
  app.route('/', endpointRoutes(setUp));
  app.notFound((c) => {
    const url = new URL(c.req.url);
    if (url.pathname.length > 1 && url.pathname.endsWith('/')) {
      url.pathname = url.pathname.replace(/\/+$/, '');
      return c.redirect(url.href, 307);
    }
    return answerProblem(
      c,
      new TransferError({ status: 404, detail: 'There is nothing at this address.' }),
      setUp,
    );
  });
  app.onError((error, c) => {
    if (error instanceof ValidationError) {
      return c.json({ detail: error.issues, meta: { request_id: c.var.requestId } }, 422);
    }
    if (error instanceof TransferError) return answerProblem(c, error, setUp);
    const detail = 'The sandbox itself has failed; this is a defect of it.';
    return answerProblem(
      c,
      new TransferError({ status: 500, detail: `${detail} ${error.stack ?? error}` }),
      setUp,
    );
  });
  return app;
}

function answerProblem(
  c: Context<TransferEnv>,
  problem: TransferError,
  { settings }: TransferDeps,
): Response {
  const path = new URL(c.req.url).pathname;
  const document = path.startsWith('/v0.10')
    ? legacyErrorDocument(problem, c.var.requestId, path)
    : jsonApiErrorDocument(problem, c.var.requestId, settings.authorizationParametersLocation);
  return c.json(document, problem.status as ContentfulStatusCode);
}
