import type { Context } from 'hono';
import { Hono } from 'hono';
import type { AccessPoint } from '../world/sites.ts';
import { STOPPED_ON_REQUEST, type Tunnel } from '../world/tunnels/tunnel.ts';
import { tunnelDocument } from './documents.ts';
import { conflict, notFound, TransferError } from './errors.ts';
import { readJsonBody } from './jsonBody.ts';
import { methodNotAllowed } from './methodNotAllowed.ts';
import { nextLink, parsePathUuid, QueryReader } from './queryReader.ts';
import { assertAccess } from './sitePolicy.ts';
import type { TransferDeps, TransferEnv } from './transferEnv.ts';
import type { CreateTunnelRequest, UpdateTunnelRequest } from './tunnelRequests.ts';
import { parseCreateTunnelRequest, parseUpdateTunnelRequest } from './tunnelRequests.ts';

const LIST = '/v2/tunnels';
const ONE = '/v2/tunnels/:tunnel_uuid';

function isVisible(c: Context<TransferEnv>, { world, settings }: TransferDeps, tunnel: Tunnel): boolean {
  const { identityIds } = c.var.caller;
  if (settings.choices.visibleTunnels === 'own') return identityIds.includes(tunnel.ownerId);
  return world.isVisible(tunnel, identityIds);
}

/**
 * Returns the tunnel in the path of a request.
 *
 * @throws TransferError if there is none or the caller can't see it
 */
export function findTunnel(c: Context<TransferEnv>, deps: TransferDeps): Tunnel {
  const id = parsePathUuid(c, 'tunnel_uuid');
  const tunnel = deps.world.tunnels.get(id);
  if (!tunnel || !isVisible(c, deps, tunnel)) throw notFound('tunnel', id);
  return tunnel;
}

const isStoppingOrStopped = (tunnel: Tunnel) => tunnel.state === 'STOPPED' || tunnel.state === 'STOPPING';

/** Returns the routes to list, create, read, change, stop and delete tunnels. */
export function tunnelRoutes(deps: TransferDeps): Hono<TransferEnv> {
  const { world, settings } = deps;
  const app = new Hono<TransferEnv>();
  const tunnelResponse = (c: Context<TransferEnv>, tunnel: Tunnel, status: 200 | 201 = 200) =>
    c.json({ data: tunnelDocument(tunnel), meta: { request_id: c.var.requestId } }, status);

  const isUnderWay = ({ createdAt }: Tunnel) => world.clock.now() < createdAt + settings.choices.creationMs;

  app.get(LIST, (c) => {
    const query = new QueryReader(c);
    const { marker = 0 } = query.page(settings.choices.highestPageLimit);
    query.throwIfInvalid();
    const visible = [...world.tunnels.values()]
      .filter((tunnel) => isVisible(c, deps, tunnel) && !isUnderWay(tunnel))
      .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
    const end = marker + (settings.tunnelPageSize ?? visible.length);
    return c.json({
      data: visible.slice(marker, end).map(tunnelDocument),
      links: nextLink(c, end < visible.length ? end : undefined),
      meta: { request_id: c.var.requestId },
    });
  });

  app.post(LIST, async (c) => {
    const request = parseCreateTunnelRequest(await readJsonBody(c));
    const { caller } = c.var;
    const earlier = world.findSubmission(caller.identityId, request.submissionId);
    if (!earlier) assertSides(deps, c, request);
    else if (earlier !== 'deleted' && isUnderWay(earlier))
      throw conflict('A request with this submission_id is under way.');
    const { firstState } = settings.choices;
    const tunnel =
      earlier ?? (await world.createTunnel({ ...request, ownerId: caller.identityId }, firstState));
    if (tunnel === 'deleted') throw conflict('The tunnel of this submission_id has been deleted.');
    c.header('Location', new URL(`${LIST}/${tunnel.id}`, c.req.url).href);
    return tunnelResponse(c, tunnel, 201);
  });
  app.all(LIST, methodNotAllowed('GET', 'HEAD', 'POST'));

  app.get(ONE, (c) => tunnelResponse(c, findTunnel(c, deps)));

  app.patch(ONE, async (c) => {
    const body = await readJsonBody(c);
    const tunnel = findTunnel(c, deps);
    await updateTunnel(deps, tunnel, parseUpdateTunnelRequest(body));
    return tunnelResponse(c, tunnel);
  });

  app.delete(ONE, (c) => {
    const tunnel = findTunnel(c, deps);
    if (tunnel.state !== 'STOPPED') {
      throw conflict(`Only a stopped tunnel can be deleted. This one is ${tunnel.state}.`);
    }
    world.deleteTunnel(tunnel);
    return c.json({
      ...(settings.choices.deletion === 'null-data' && { data: null }),
      meta: { request_id: c.var.requestId },
    });
  });
  app.all(ONE, methodNotAllowed('GET', 'HEAD', 'PATCH', 'DELETE'));
  return app;
}

/** Checks that both access points exist, that the caller has access to them, and that their sites respond. */
function assertSides({ world }: TransferDeps, c: Context<TransferEnv>, request: CreateTunnelRequest): void {
  const accessPoint = (id: string): AccessPoint => {
    const found = world.sites.accessPoint(id);
    if (!found) throw notFound('stream access point', id);
    return found;
  };
  const sides = [accessPoint(request.initiatorAccessPointId), accessPoint(request.listenerAccessPointId)];
  for (const side of sides) assertAccess(side, c.var.caller, world);
  const broken = sides.find(({ fault }) => fault === 'refuses');
  if (!broken) return;
  throw new TransferError({
    ...broken.failure,
    detail: `The site of ${broken.attributes.display_name} returned an error: gateway process not running.`,
  });
}

/** Changes a tunnel. Applies either all changes or none. */
async function updateTunnel(
  { world, settings }: TransferDeps,
  tunnel: Tunnel,
  request: UpdateTunnelRequest,
): Promise<void> {
  if (request.stop && isStoppingOrStopped(tunnel)) {
    throw conflict(`The tunnel cannot be stopped because it is ${tunnel.state}.`);
  }
  const acceptsContact =
    settings.listenerContactPolicy === 'anytime'
      ? (candidate: Tunnel) => !isStoppingOrStopped(candidate)
      : undefined;
  if (
    request.listener &&
    !request.stop &&
    !(await world.setListener(tunnel, request.listener, acceptsContact))
  ) {
    throw conflict(`The tunnel is ${tunnel.state}. A listener contact can be set only in AWAITING_LISTENER.`);
  }
  if (request.label !== undefined) tunnel.label = request.label;
  if (request.stop) world.lifecycle.stop(tunnel, STOPPED_ON_REQUEST);
}
