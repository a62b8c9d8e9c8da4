import { Hono } from 'hono';
import { tunnelDocument } from '../transfer/documents.ts';
import type { AccessPointUpdate } from '../world/siteDirectory.ts';
import {
  BadRequestError,
  optionalNumber,
  readJsonObject,
  rejectUnknownFields,
  requiredString,
} from './requestBody.ts';
import type { SandboxControl } from './sandboxControl.ts';
import type { AddEventRequest, CreateTunnelsRequest } from './tunnelCommands.ts';

const TUNNEL_FIELDS = [
  'count',
  'persona',
  'ownerId',
  'label',
  'state',
  'status',
  'lifetimeMins',
  'restartable',
  'ageMins',
  'initiatorAccessPointId',
  'listenerAccessPointId',
  'listener',
] satisfies (keyof CreateTunnelsRequest)[];

/** Orders about the world: seed, clock, tunnels, access points. */
export function worldRoutes(control: SandboxControl): Hono {
  const app = new Hono();

  app.post('/reset', async (c) => {
    const order = await readJsonObject(c);
    rejectUnknownFields(order, ['seed', 'accessPoints', 'tunnels']);
    const [accessPoints, tunnels] = [optionalNumber(order, 'accessPoints'), optionalNumber(order, 'tunnels')];
    control.reset({
      ...(order.seed !== undefined && { seed: String(order.seed) }),
      ...(accessPoints !== undefined && { accessPoints }),
      ...(tunnels !== undefined && { tunnels }),
    });
    return c.json({ done: true });
  });

  app.post('/clock/advance', async (c) => {
    const order = await readJsonObject(c);
    rejectUnknownFields(order, ['ms', 'minutes']);
    const milliseconds =
      (optionalNumber(order, 'ms') ?? 0) + (optionalNumber(order, 'minutes') ?? 0) * 60_000;
    if (milliseconds === 0) throw new BadRequestError('Say by how much: ms or minutes.');
    control.advanceMs(milliseconds);
    return c.json({ now: new Date(control.now()).toISOString() });
  });

  app.post('/tunnels', async (c) => {
    const order = await readJsonObject(c);
    rejectUnknownFields(order, TUNNEL_FIELDS);
    optionalNumber(order, 'count', 1);
    const tunnels = control.tunnels.create(order as CreateTunnelsRequest);
    return c.json({ ids: tunnels.map(({ id }) => id) }, 201);
  });

  app.post('/tunnels/churn', async (c) => {
    const fraction = optionalNumber(await readJsonObject(c), 'fraction') ?? 0.05;
    if (fraction > 1) throw new BadRequestError('fraction must be at most 1.');
    return c.json({ changed: await control.tunnels.churn(fraction) });
  });

  app.get('/tunnels/:id', (c) => c.json(tunnelDocument(control.tunnels.get(c.req.param('id')))));

  app.post('/tunnels/:id/state', async (c) => {
    const order = await readJsonObject(c);
    rejectUnknownFields(order, ['state', 'status']);
    const status = order.status === undefined ? undefined : requiredString(order, 'status');
    const tunnel = await control.tunnels.setState(c.req.param('id'), requiredString(order, 'state'), status);
    return c.json(tunnelDocument(tunnel));
  });

  app.post('/tunnels/:id/fail', (c) => c.json(tunnelDocument(control.tunnels.fail(c.req.param('id')))));

  app.post('/tunnels/:id/events', async (c) => {
    const order = await readJsonObject(c);
    rejectUnknownFields(order, ['code', 'isError', 'description', 'details', 'count']);
    requiredString(order, 'code');
    const { count: _, ...event } = order;
    const ids = Array.from(
      { length: optionalNumber(order, 'count', 1) ?? 1 },
      () => control.tunnels.addEvent(c.req.param('id'), event as unknown as AddEventRequest).id,
    );
    return c.json({ ids }, 201);
  });

  app.patch('/access-points/:id', async (c) => {
    const order = await readJsonObject(c);
    rejectUnknownFields(order, ['attributes', 'policy', 'fault']);
    const changed = control.updateAccessPoint(c.req.param('id'), order as AccessPointUpdate);
    return c.json({
      id: changed.id,
      attributes: changed.attributes,
      policy: changed.policy,
      fault: changed.fault,
    });
  });
  return app;
}
