import { Hono } from 'hono';
import type { FailureRequest, ServiceName } from '../serving/failures.ts';
import type { EventOrder, ParametersPlace } from '../serving/serviceSettings.ts';
import type { Spoil } from '../serving/spoiledAnswer.ts';
import { FAULT_KINDS, type FaultKind, type StormOrder } from '../serving/storm.ts';
import { BadOrder, numberIn, onlyFields, readOrder } from './orders.ts';
import type { SandboxControl } from './sandboxControl.ts';

const FAILURE_FIELDS = [
  'service',
  'method',
  'path',
  'count',
  'every',
  'share',
  'status',
  'code',
  'authorizationParameters',
  'body',
  'contentType',
  'headers',
  'carriedOut',
  'delayMs',
  'cut',
  'truncate',
  'spoil',
  'cors',
] satisfies (keyof FailureRequest)[];
const SERVICES: readonly string[] = ['auth', 'transfer', 'gcs'] satisfies ServiceName[];
const PLACES: readonly string[] = ['item', 'root', 'meta', 'legacy'] satisfies ParametersPlace[];
const SPOILS: readonly string[] = ['nulls', 'types', 'states', 'parts'] satisfies Spoil[];
const CUTS: readonly string[] = ['before', 'during', 'after'];

/** Orders about how the services answer: failures, latency, places, and the log of what they were asked. */
export function serviceRoutes(control: SandboxControl): Hono {
  const app = new Hono();

  app.get('/failures', (c) => c.json(control.failures.all()));
  app.post('/failures', async (c) => c.json(control.failNext(checkFailure(await readOrder(c))), 201));
  app.delete('/failures', (c) => {
    control.clearFailures();
    return c.json({ done: true });
  });

  app.get('/storm', (c) => c.json(control.stormReport() ?? null));
  app.post('/storm', async (c) => {
    control.storm(checkStorm(await readOrder(c)));
    return c.json(control.stormReport(), 201);
  });
  app.delete('/storm', (c) => c.json(control.calm() ?? null));

  app.post('/latency', async (c) => {
    control.setLatency(numberIn(await readOrder(c), 'ms') ?? 0);
    return c.json({ ms: control.settings.latencyMs });
  });

  app.post('/authorization-parameters', async (c) => {
    const { place } = await readOrder(c);
    if (typeof place !== 'string' || !PLACES.includes(place)) {
      throw new BadOrder(`place must be one of ${PLACES.join(', ')}.`);
    }
    control.placeAuthorizationParameters(place as ParametersPlace);
    return c.json({ place });
  });

  app.post('/tunnel-pages', async (c) => {
    control.pageTunnels(numberIn(await readOrder(c), 'size', 1));
    return c.json({ size: control.settings.tunnelPageSize ?? null });
  });

  app.post('/event-pages', async (c) => {
    const order = await readOrder(c);
    onlyFields(order, ['first', 'size']);
    const { first } = order;
    if (first !== undefined && !isEventOrder(first)) throw new BadOrder('first must be oldest or newest.');
    control.tellEvents({ first, size: numberIn(order, 'size', 1) });
    return c.json({ first: control.settings.firstEvents, size: control.settings.eventPageSize ?? null });
  });

  app.post('/listener-contacts', async (c) => {
    const { taken } = await readOrder(c);
    if (taken !== 'waiting' && taken !== 'anytime') throw new BadOrder('taken must be waiting or anytime.');
    control.takeListener(taken);
    return c.json({ taken });
  });

  app.get('/requests', (c) => {
    const { service, method, path } = c.req.query();
    return c.json(
      control.requests({
        ...(service !== undefined && { service: service as ServiceName }),
        ...(method !== undefined && { method }),
        ...(path !== undefined && { path }),
      }),
    );
  });
  app.delete('/requests', (c) => {
    control.clearRequests();
    return c.json({ done: true });
  });
  return app;
}

const isEventOrder = (value: unknown): value is EventOrder => value === 'oldest' || value === 'newest';

function checkFailure(order: Record<string, unknown>): FailureRequest {
  onlyFields(order, FAILURE_FIELDS);
  const oneOf = (name: string, words: readonly string[]) => {
    const value = order[name];
    if (value === undefined || (typeof value === 'string' && words.includes(value))) return;
    throw new BadOrder(`${name} must be one of ${words.join(', ')}.`);
  };
  oneOf('service', SERVICES);
  oneOf('cut', CUTS);
  oneOf('spoil', SPOILS);
  for (const name of ['count', 'every', 'share', 'delayMs']) numberIn(order, name);
  numberIn(order, 'status', 200);
  if (order.path !== undefined && typeof order.path !== 'string') throw new BadOrder('path must be a text.');
  if (typeof order.path === 'string' && order.path.startsWith('^')) checkPattern(order.path);
  return order as FailureRequest;
}

function checkStorm(order: Record<string, unknown>): StormOrder {
  onlyFields(order, ['seed', 'share', 'kinds'] satisfies (keyof StormOrder)[]);
  const { seed, kinds } = order;
  const share = numberIn(order, 'share');
  const areKinds = Array.isArray(kinds) && kinds.every((kind) => FAULT_KINDS.includes(kind));
  if (kinds !== undefined && !areKinds)
    throw new BadOrder(`kinds must be a list of ${FAULT_KINDS.join(', ')}.`);
  return {
    ...(seed !== undefined && { seed: String(seed) }),
    ...(share !== undefined && { share }),
    ...(areKinds && { kinds: kinds as FaultKind[] }),
  };
}

function checkPattern(pattern: string): void {
  try {
    new RegExp(pattern);
  } catch (error) {
    throw new BadOrder(`path is not a regular expression: ${error instanceof Error ? error.message : error}`);
  }
}
