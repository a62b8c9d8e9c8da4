import { Hono } from 'hono';
import { type ChaosOptions, FAULT_KINDS, type FaultKind } from '../serving/chaos.ts';
import type { Corruption } from '../serving/corruptBody.ts';
import type { FailureRule, ServiceName } from '../serving/failureRules.ts';
import type { AuthorizationParametersLocation, EventSort } from '../serving/serviceSettings.ts';
import { BadRequestError, optionalNumber, readJsonObject, rejectUnknownFields } from './requestBody.ts';
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
] satisfies (keyof FailureRule)[];
const SERVICES: readonly string[] = ['auth', 'transfer', 'gcs'] satisfies ServiceName[];
const PLACES: readonly string[] = [
  'item',
  'root',
  'meta',
  'legacy',
] satisfies AuthorizationParametersLocation[];
const SPOILS: readonly string[] = ['nulls', 'types', 'states', 'parts'] satisfies Corruption[];
const CUTS: readonly string[] = ['before', 'during', 'after'];

/** Orders about how the services answer: failures, latency, places, and the log of what they were asked. */
export function serviceRoutes(control: SandboxControl): Hono {
  const app = new Hono();

  app.get('/failures', (c) => c.json(control.failures.all()));
  app.post('/failures', async (c) => c.json(control.failNext(checkFailure(await readJsonObject(c))), 201));
  app.delete('/failures', (c) => {
    control.clearFailures();
    return c.json({ done: true });
  });

  app.get('/storm', (c) => c.json(control.chaosReport() ?? null));
  app.post('/storm', async (c) => {
    control.startChaos(checkStorm(await readJsonObject(c)));
    return c.json(control.chaosReport(), 201);
  });
  app.delete('/storm', (c) => c.json(control.stopChaos() ?? null));

  app.post('/latency', async (c) => {
    control.setLatencyMs(optionalNumber(await readJsonObject(c), 'ms') ?? 0);
    return c.json({ ms: control.settings.latencyMs });
  });

  app.post('/authorization-parameters', async (c) => {
    const { place } = await readJsonObject(c);
    if (typeof place !== 'string' || !PLACES.includes(place)) {
      throw new BadRequestError(`place must be one of ${PLACES.join(', ')}.`);
    }
    control.setAuthorizationParametersLocation(place as AuthorizationParametersLocation);
    return c.json({ place });
  });

  app.post('/tunnel-pages', async (c) => {
    control.setTunnelPageSize(optionalNumber(await readJsonObject(c), 'size', 1));
    return c.json({ size: control.settings.tunnelPageSize ?? null });
  });

  app.post('/event-pages', async (c) => {
    const order = await readJsonObject(c);
    rejectUnknownFields(order, ['first', 'size']);
    const { first } = order;
    if (first !== undefined && !isEventOrder(first))
      throw new BadRequestError('first must be oldest or newest.');
    control.setEventPaging({ first, size: optionalNumber(order, 'size', 1) });
    return c.json({ first: control.settings.eventSort, size: control.settings.eventPageSize ?? null });
  });

  app.post('/listener-contacts', async (c) => {
    const { taken } = await readJsonObject(c);
    if (taken !== 'waiting' && taken !== 'anytime')
      throw new BadRequestError('taken must be waiting or anytime.');
    control.setListenerContactPolicy(taken);
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

const isEventOrder = (value: unknown): value is EventSort => value === 'oldest' || value === 'newest';

function checkFailure(order: Record<string, unknown>): FailureRule {
  rejectUnknownFields(order, FAILURE_FIELDS);
  const oneOf = (name: string, words: readonly string[]) => {
    const value = order[name];
    if (value === undefined || (typeof value === 'string' && words.includes(value))) return;
    throw new BadRequestError(`${name} must be one of ${words.join(', ')}.`);
  };
  oneOf('service', SERVICES);
  oneOf('cut', CUTS);
  oneOf('spoil', SPOILS);
  for (const name of ['count', 'every', 'share', 'delayMs']) optionalNumber(order, name);
  optionalNumber(order, 'status', 200);
  if (order.path !== undefined && typeof order.path !== 'string')
    throw new BadRequestError('path must be a text.');
  if (typeof order.path === 'string' && order.path.startsWith('^')) checkPattern(order.path);
  return order as FailureRule;
}

function checkStorm(order: Record<string, unknown>): ChaosOptions {
  rejectUnknownFields(order, ['seed', 'share', 'kinds'] satisfies (keyof ChaosOptions)[]);
  const { seed, kinds } = order;
  const share = optionalNumber(order, 'share');
  const areKinds = Array.isArray(kinds) && kinds.every((kind) => FAULT_KINDS.includes(kind));
  if (kinds !== undefined && !areKinds)
    throw new BadRequestError(`kinds must be a list of ${FAULT_KINDS.join(', ')}.`);
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
    throw new BadRequestError(
      `path is not a regular expression: ${error instanceof Error ? error.message : error}`,
    );
  }
}
