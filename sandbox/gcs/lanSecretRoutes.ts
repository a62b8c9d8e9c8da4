import type { Context } from 'hono';
import { Hono } from 'hono';
import type { GcsDeps, GcsEnv } from './gcsEnv.ts';
import { GcsError, resultDocument } from './gcsEnv.ts';

/** Routes for LAN secrets, with which an application on a site's own network joins a tunnel. */
export function lanSecretRoutes({ world }: GcsDeps): Hono<GcsEnv> {
  const app = new Hono<GcsEnv>();

  app.post('/lan_secrets', async (c) => {
    const { endpoint, caller } = c.var;
    const body = await readBody(c);
    const accessPointId = requiredText(body, 'stream_access_point_id');
    const tunnelId = requiredText(body, 'tunnel_id');
    const accessPoint = world.sites.accessPoint(accessPointId);
    const tunnel = world.tunnels.get(tunnelId);
    const isEndOfTunnel = [tunnel?.initiatorAccessPointId, tunnel?.listenerAccessPointId].includes(
      accessPointId,
    );
    if (accessPoint?.endpointId !== endpoint.id || !tunnel || !isEndOfTunnel) throw notFound();
    if (!world.isVisible(tunnel, caller.identityIds)) throw notFound();
    const owner = { endpointId: endpoint.id, accessPointId, tunnelId, identityId: caller.identityId };
    const { id, secret, expiresAt } = world.lanSecrets.issue(owner, world.clock.now());
    const expires = Math.floor(expiresAt / 1000);
    return c.json(resultDocument([{ DATA_TYPE: 'lan_secret#1.0.0', id, secret, expires }]));
  });

  app.delete('/lan_secrets/:id', (c) => {
    const { endpoint, caller } = c.var;
    if (!world.lanSecrets.remove(c.req.param('id'), endpoint.id, caller.identityIds)) throw notFound();
    return c.json(resultDocument([]));
  });
  return app;
}

const notFound = () =>
  new GcsError(404, 'NotFound', 'There is no such tunnel, access point or secret on this endpoint.');

async function readBody(c: Context<GcsEnv>): Promise<Record<string, unknown>> {
  const body: unknown = await c.req.json().catch(() => undefined);
  if (typeof body === 'object' && body !== null && !Array.isArray(body))
    return body as Record<string, unknown>;
  throw new GcsError(400, 'BadRequest', 'The body is not a JSON object.');
}

function requiredText(body: Record<string, unknown>, name: string): string {
  const value = body[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new GcsError(422, 'UnprocessableEntity', `${name} must be a string.`);
}
