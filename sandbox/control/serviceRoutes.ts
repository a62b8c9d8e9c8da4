import { Hono } from 'hono';
import { type ChaosOptions, FAULT_KINDS, type FaultKind } from '../serving/chaos.ts';
import type { Corruption } from '../serving/corruptBody.ts';
import type { FailureRule } from '../serving/failureRules.ts';
import { SERVICE_NAMES, type ServiceName } from '../serving/serviceName.ts';
import type {
  AuthorizationParametersLocation,
  EventSort,
  TransferChoices,
} from '../serving/serviceSettings.ts';
import { BadRequestError, optionalNumber, readJsonObject, rejectUnknownFields } from './requestBody.ts';
import type { SandboxControl } from './sandboxControl.ts';

const FAILURE_FIELDS = [
  'service',
  'method',
  'path',
  'count',
  'every',
  'probability',
  'status',
  'code',
  'typedDetail',
  'authorizationParameters',
  'body',
  'contentType',
  'headers',
  'executed',
  'delayMs',
  'disconnect',
  'truncate',
  'corrupt',
  'cors',
] satisfies (keyof FailureRule)[];
const PARAMETER_LOCATIONS: readonly string[] = [
  'root',
  'item',
  'meta',
  'legacy',
  'login-failed',
] satisfies AuthorizationParametersLocation[];
const CORRUPTIONS: readonly string[] = ['nulls', 'types', 'states', 'parts'] satisfies Corruption[];
const DISCONNECTS: readonly string[] = ['before', 'during', 'after'] satisfies FailureRule['disconnect'][];

/** The values of each choice; null: a number. */
const TRANSFER_CHOICES: { [Name in keyof TransferChoices]: readonly TransferChoices[Name][] | null } = {
  firstState: ['AWAITING_LISTENER', 'UNINITIALIZED'],
  creationMs: null,
  visibleTunnels: ['administered', 'own'],
  highestPageLimit: null,
  deletion: ['null-data', 'meta'],
  eventIds: ['number', 'string'],
};

/** Ten minutes. */
const MAX_DELAY_MS = 600_000;

/** Routes for how the services respond: failures, chaos, latency, settings, and the request log. */
export function serviceRoutes(control: SandboxControl): Hono {
  const app = new Hono();

  app.get('/failures', (c) => c.json(control.failures.all()));
  app.post('/failures', async (c) => c.json(control.failNext(parseFailure(await readJsonObject(c))), 201));
  app.delete('/failures', (c) => {
    control.clearFailures();
    return c.json({ done: true });
  });

  app.get('/chaos', (c) => c.json(control.chaosReport() ?? null));
  app.post('/chaos', async (c) => {
    control.startChaos(parseChaosOptions(await readJsonObject(c)));
    return c.json(control.chaosReport(), 201);
  });
  app.delete('/chaos', (c) => c.json(control.stopChaos() ?? null));

  app.post('/latency', async (c) => {
    control.setLatencyMs(optionalNumber(await readJsonObject(c), 'ms', 0, MAX_DELAY_MS) ?? 0);
    return c.json({ ms: control.settings.latencyMs });
  });

  app.post('/authorization-parameters', async (c) => {
    const { location } = await readJsonObject(c);
    if (typeof location !== 'string' || !PARAMETER_LOCATIONS.includes(location)) {
      throw new BadRequestError(`location must be one of ${PARAMETER_LOCATIONS.join(', ')}.`);
    }
    control.setAuthorizationParametersLocation(location as AuthorizationParametersLocation);
    return c.json({ location });
  });

  app.post('/tunnel-pages', async (c) => {
    control.setTunnelPageSize(optionalNumber(await readJsonObject(c), 'size', 1));
    return c.json({ size: control.settings.tunnelPageSize ?? null });
  });

  app.post('/event-pages', async (c) => {
    const body = await readJsonObject(c);
    rejectUnknownFields(body, ['sort', 'size']);
    const { sort } = body;
    if (sort !== undefined && !isEventSort(sort)) throw new BadRequestError('sort must be oldest or newest.');
    control.setEventPaging({ sort, size: optionalNumber(body, 'size', 1) });
    return c.json({ sort: control.settings.eventSort, size: control.settings.eventPageSize ?? null });
  });

  app.post('/listener-contacts', async (c) => {
    const { policy } = await readJsonObject(c);
    if (policy !== 'waiting' && policy !== 'anytime')
      throw new BadRequestError('policy must be waiting or anytime.');
    control.setListenerContactPolicy(policy);
    return c.json({ policy });
  });

  app.post('/transfer-choices', async (c) => {
    control.setTransferChoices(parseTransferChoices(await readJsonObject(c)));
    return c.json(control.settings.choices);
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

const isEventSort = (value: unknown): value is EventSort => value === 'oldest' || value === 'newest';

function parseFailure(body: Record<string, unknown>): FailureRule {
  rejectUnknownFields(body, FAILURE_FIELDS);
  const oneOf = (name: string, values: readonly string[]) => {
    const value = body[name];
    if (value === undefined || (typeof value === 'string' && values.includes(value))) return;
    throw new BadRequestError(`${name} must be one of ${values.join(', ')}.`);
  };
  oneOf('service', SERVICE_NAMES);
  oneOf('disconnect', DISCONNECTS);
  oneOf('corrupt', CORRUPTIONS);
  for (const name of ['count', 'every', 'probability']) optionalNumber(body, name);
  optionalNumber(body, 'delayMs', 0, MAX_DELAY_MS);
  optionalNumber(body, 'status', 200);
  if (body.path !== undefined && typeof body.path !== 'string')
    throw new BadRequestError('path must be a string.');
  if (typeof body.path === 'string' && body.path.startsWith('^')) checkPattern(body.path);
  return body as FailureRule;
}

function parseTransferChoices(body: Record<string, unknown>): Partial<TransferChoices> {
  rejectUnknownFields(body, Object.keys(TRANSFER_CHOICES));
  for (const [name, values] of Object.entries(TRANSFER_CHOICES)) {
    if (values === null) optionalNumber(body, name);
    else if (body[name] !== undefined && !values.some((value) => value === body[name]))
      throw new BadRequestError(`${name} must be ${values.join(' or ')}.`);
  }
  return body as Partial<TransferChoices>;
}

function parseChaosOptions(body: Record<string, unknown>): ChaosOptions {
  rejectUnknownFields(body, ['seed', 'probability', 'kinds'] satisfies (keyof ChaosOptions)[]);
  const { seed, kinds } = body;
  const probability = optionalNumber(body, 'probability');
  const areKinds = Array.isArray(kinds) && kinds.every((kind) => FAULT_KINDS.includes(kind));
  if (kinds !== undefined && !areKinds)
    throw new BadRequestError(`kinds must be a list of ${FAULT_KINDS.join(', ')}.`);
  return {
    ...(seed !== undefined && { seed: String(seed) }),
    ...(probability !== undefined && { probability }),
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
