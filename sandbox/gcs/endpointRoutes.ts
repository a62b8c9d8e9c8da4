import type { MiddlewareHandler } from 'hono';
import { Hono } from 'hono';
import type { GcsDeps, GcsEnv } from './gcsEnv.ts';
import { missingRole } from './gcsErrors.ts';
import { sendPage } from './results.ts';
import { ANY_ROLE } from './roles.ts';

/** Routes for the nodes of an endpoint and the roles on it. Both require any role. */
export function endpointRoutes({ world }: GcsDeps): Hono<GcsEnv> {
  const app = new Hono<GcsEnv>();
  const requireRole: MiddlewareHandler<GcsEnv> = async ({ var: { caller, endpoint } }, next) => {
    if (world.sites.rolesOf(caller.identityIds, endpoint.id).length === 0) throw missingRole(ANY_ROLE);
    await next();
  };
  app.get('/nodes', requireRole, (c) =>
    sendPage(c, c.var.endpoint.nodes, (node) => ({ DATA_TYPE: 'node#1.2.0', ...node })),
  );
  app.get('/roles', requireRole, (c) =>
    sendPage(c, c.var.endpoint.roles, (role) => ({ DATA_TYPE: 'role#1.0.0', ...role, collection: null })),
  );
  return app;
}
