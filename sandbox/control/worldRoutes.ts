import { Hono } from 'hono';
import { tunnelDocument } from '../transfer/documents.ts';
import {
  BadRequestError,
  MAX_COUNT,
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

/** Ten years. */
const MAX_ADVANCE_MINUTES = 10 * 365 * 24 * 60;

/** Routes for the world: seed, clock and tunnels. */
export function worldRoutes(control: SandboxControl): Hono {
  const app = new Hono();

  app.post('/reset', async (c) => {
    const body = await readJsonObject(c);
    rejectUnknownFields(body, ['seed', 'accessPoints', 'tunnels']);
    const [accessPoints, tunnels] = [
      optionalNumber(body, 'accessPoints', 0, MAX_COUNT),
      optionalNumber(body, 'tunnels', 0, MAX_COUNT),
    ];
    control.reset({
      ...(body.seed !== undefined && { seed: String(body.seed) }),
      ...(accessPoints !== undefined && { accessPoints }),
      ...(tunnels !== undefined && { tunnels }),
    });
    return c.json({ done: true });
  });

  app.post('/clock/advance', async (c) => {
    const body = await readJsonObject(c);
    rejectUnknownFields(body, ['ms', 'minutes']);
    const milliseconds =
      (optionalNumber(body, 'ms', 0, MAX_ADVANCE_MINUTES * 60_000) ?? 0) +
      (optionalNumber(body, 'minutes', 0, MAX_ADVANCE_MINUTES) ?? 0) * 60_000;
    if (milliseconds === 0) throw new BadRequestError('Give ms or minutes.');
    control.advanceMs(milliseconds);
    return c.json({ now: new Date(control.now()).toISOString() });
  });

  app.post('/tunnels', async (c) => {
    const body = await readJsonObject(c);
    rejectUnknownFields(body, TUNNEL_FIELDS);
    optionalNumber(body, 'count', 1, MAX_COUNT);
    const tunnels = control.tunnels.create(body as CreateTunnelsRequest);
    return c.json({ ids: tunnels.map(({ id }) => id) }, 201);
  });

  app.post('/tunnels/churn', async (c) => {
    const fraction = optionalNumber(await readJsonObject(c), 'fraction') ?? 0.05;
    if (fraction > 1) throw new BadRequestError('fraction must be at most 1.');
    return c.json({ changed: await control.tunnels.churn(fraction) });
  });

  app.get('/tunnels/:id', (c) => c.json(tunnelDocument(control.tunnels.get(c.req.param('id')))));

  app.post('/tunnels/:id/state', async (c) => {
    const body = await readJsonObject(c);
    rejectUnknownFields(body, ['state', 'status']);
    const status = body.status === undefined ? undefined : requiredString(body, 'status');
    const tunnel = await control.tunnels.setState(c.req.param('id'), requiredString(body, 'state'), status);
    return c.json(tunnelDocument(tunnel));
  });

  app.post('/tunnels/:id/fail', (c) => c.json(tunnelDocument(control.tunnels.fail(c.req.param('id')))));

  app.post('/tunnels/:id/events', async (c) => {
    const body = await readJsonObject(c);
    rejectUnknownFields(body, ['code', 'isError', 'description', 'details', 'count']);
    requiredString(body, 'code');
    const { count: _, ...event } = body;
    const ids = Array.from(
      { length: optionalNumber(body, 'count', 1, MAX_COUNT) ?? 1 },
      () => control.tunnels.addEvent(c.req.param('id'), event as unknown as AddEventRequest).id,
    );
    return c.json({ ids }, 201);
  });
  return app;
}
