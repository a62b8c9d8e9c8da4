import { QueryClient } from '@tanstack/react-query';
import fc from 'fast-check';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { parseConfig, type RuntimeConfig, setRuntimeConfig } from '../config/runtimeConfig.ts';
import type { AuthorizationParameters } from '../domain/sign-in/authorizationParameters.ts';
import { NoTokenError, parseTokenResponse } from '../session/tokens/tokenResponse.ts';
import { StoredToken } from '../session/tokens/tokens.ts';
import { accessPointQueries } from './accessPoints.ts';
import { endpointQueries } from './endpoints.ts';
import { GCS_CALLS } from './gcs/documentsForTests.ts';
import { ApiError, classifyError } from './http/errors.ts';
import { setSessionForTests } from './http/sessionForTests.ts';
import { identityQueries } from './identities.ts';
import type { CreationFailure } from './tunnels/createTunnel.ts';
import {
  accessPointSchema,
  anAccessPoint,
  anEndpoint,
  anEvent,
  anIdentity,
  aTunnel,
  endpointSchema,
  eventSchema,
  HOSTILE_NAMES,
  id,
  identitySchema,
  links,
  meta,
  mutatedDocument,
  pagesSchema,
  recordSchema,
  tunnelSchema,
  unreadable,
} from './tunnels/documentsForTests.ts';
import { tunnelEventQueries } from './tunnels/tunnelEvents.ts';
import { tunnelMutations } from './tunnels/tunnelMutations.ts';
import { tunnelQueries } from './tunnels/tunnels.ts';

// Whatever JSON a server sends, a call ends with a value of the domain's type or with an ApiError, and doesn't
// change the prototypes that all objects inherit from.

const aTunnelRequest = {
  submissionId: 's',
  label: null,
  lifetimeMinutes: 1,
  restartable: false,
  initiatorAccessPointId: 'a',
  listenerAccessPointId: 'b',
  listenerContact: null,
};

/** Makes one attempt; aborts before a retry. */
const create = (client: QueryClient) => {
  const controller = new AbortController();
  const onRetry = ({ error }: CreationFailure) => queueMicrotask(() => controller.abort(error));
  const creation = client.getMutationCache().build(client, tunnelMutations.create());
  return creation.execute({ ...aTunnelRequest, signal: controller.signal, onRetry });
};

const CALLS: readonly [string, unknown, v.GenericSchema, (client: QueryClient) => Promise<unknown>][] = [
  [
    'the list of tunnels',
    { data: [aTunnel, { ...aTunnel, id: 'constructor', attributes: { state: 'STOPPING' } }], links, meta },
    v.object({ tunnels: v.array(tunnelSchema), unreadable, transitionalSinceMs: recordSchema(v.number()) }),
    (client) => client.fetchQuery(tunnelQueries.list()),
  ],
  [
    'a tunnel',
    { data: aTunnel, meta },
    v.strictObject({ tunnel: tunnelSchema, stateSinceMs: v.number() }),
    (client) => client.fetchQuery(tunnelQueries.detail('t')),
  ],
  ['a created tunnel', { data: aTunnel, meta }, tunnelSchema, create],
  [
    'events',
    { data: [anEvent, anEvent], links, meta },
    v.object({
      events: v.array(eventSchema),
      unreadable,
      order: v.nullable(v.picklist(['oldest', 'newest'])),
    }),
    (client) => client.fetchQuery(tunnelEventQueries.list('t')),
  ],
  [
    'a search for access points',
    { data: [anAccessPoint, anAccessPoint], links, meta },
    pagesSchema({ accessPoints: v.array(accessPointSchema) }),
    (client) => client.fetchInfiniteQuery(accessPointQueries.search({ text: '', onlyAdministered: false })),
  ],
  [
    'the names of access points',
    { data: [anAccessPoint, anAccessPoint], links, meta },
    v.array(
      v.strictObject({
        id,
        name: id,
        organization: v.nullable(v.string()),
        hostEndpointId: v.nullable(v.string()),
      }),
    ),
    (client) => client.fetchQuery(accessPointQueries.directory()),
  ],
  [
    'an access point',
    { data: anAccessPoint, meta },
    accessPointSchema,
    (client) => client.fetchQuery(accessPointQueries.detail('p')),
  ],
  ['an endpoint', anEndpoint, endpointSchema, (client) => client.fetchQuery(endpointQueries.detail('e'))],
  ...GCS_CALLS,
  [
    'identities',
    { identities: [anIdentity, { ...anIdentity, id: 'i' }] },
    recordSchema(identitySchema),
    (client) => client.fetchQuery(identityQueries.byId(['i', ...HOSTILE_NAMES])),
  ],
];

/** The properties that every object inherits, before anything is parsed. */
const INHERITED = [Object.prototype, Array.prototype, Function.prototype]
  .map(Object.getOwnPropertyNames)
  .join();

/** Expects that no prototype was changed, and that the value consists of plain objects and arrays. */
function expectPlain(value: unknown): void {
  expect([Object.prototype, Array.prototype, Function.prototype].map(Object.getOwnPropertyNames).join()).toBe(
    INHERITED,
  );
  if (typeof value !== 'object' || value === null || value instanceof Error) return;
  expect([Object.prototype, Array.prototype]).toContain(Object.getPrototypeOf(value));
  for (const part of Object.values(value)) expectPlain(part);
}

function expectShape(schema: v.GenericSchema, value: unknown): void {
  expectPlain(value);
  const { issues } = v.safeParse(schema, value);
  expect(issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)).toBeUndefined();
}

const anyAuthorization: v.GenericSchema<AuthorizationParameters> = v.strictObject({
  message: v.nullable(id),
  requiredIdentities: v.array(id),
  requiredPolicies: v.array(id),
  requiredSingleDomain: v.array(id),
  requiredMfa: v.boolean(),
  requiredScopes: v.array(id),
  prompt: v.nullable(v.literal('login')),
});
const shortText = v.nullable(v.pipe(id, v.maxLength(2001)));
const anyApiError = v.object({
  kind: v.string(),
  detail: v.pipe(id, v.maxLength(20_000)),
  code: shortText,
  requestId: shortText,
  retryAfterMs: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(3_600_000))),
  fieldErrors: v.array(v.strictObject({ path: v.array(v.string()), message: id })),
  authorization: v.nullable(anyAuthorization),
});

/** The bodies of the next responses; after them, every response is an empty page. */
let bodies: string[] = [];
// Set FUZZ_RUNS=20000 for a longer search.
const RUNS = Number(process.env.FUZZ_RUNS ?? 300);
fc.configureGlobal({ numRuns: RUNS });
vi.setConfig({ testTimeout: 5000 + RUNS * 10 });

beforeAll(() => {
  setSessionForTests();
  setRuntimeConfig(parseConfig({ clientId: 'c' }, 'https://app.example/') as RuntimeConfig);
  vi.stubGlobal('fetch', async () => new Response(bodies.shift() ?? '{"data":[]}'));
});
afterAll(() => vi.unstubAllGlobals());

async function outcomeOf(call: (client: QueryClient) => Promise<unknown>, text: string) {
  bodies = [text];
  const client = new QueryClient();
  const outcome = await call(client).catch((error: unknown) => error);
  client.clear();
  return outcome;
}

describe.each(CALLS)('%s', (_what, document, schema, call) => {
  test('valid: has the domain’s type', async () =>
    expectShape(schema, await outcomeOf(call, JSON.stringify(document))));

  test('any JSON: has the domain’s type, or is an ApiError', () =>
    fc.assert(
      fc.asyncProperty(mutatedDocument(document), async (text) => {
        const outcome = await outcomeOf(call, text);
        if (outcome instanceof ApiError) expectShape(anyApiError, outcome);
        else expectShape(schema, outcome);
      }),
    ));
});

test('any error response is an ApiError', () => {
  const item = {
    code: 'ConsentRequired',
    detail: 'd',
    status: 403,
    required_scopes: ['a[b c]'],
    authorization_parameters: { session_message: 'm', session_required_policies: 'a,b', prompt: 'login' },
  };
  const fieldErrors = [{ loc: ['body', 'data', 0], msg: 'm', type: 't' }];
  const document = { errors: [item, { ...item, meta: item }], meta, ...item, detail: fieldErrors };
  fc.assert(
    fc.property(
      mutatedDocument(document),
      fc.integer({ min: 300, max: 599 }),
      fc.string(),
      (text, code, retryAfter) => {
        const response = { method: 'GET', path: '/', status: code, headers: { get: () => retryAfter } };
        expectShape(anyApiError, classifyError({ ...response, body: JSON.parse(text) }));
      },
    ),
  );
});

test('any token response: tokens by resource server, or NoTokenError', () => {
  const token = {
    access_token: 'a',
    resource_server: '__proto__',
    scope: 's',
    expires_in: 172_800,
    refresh_token: 'r',
  };
  const document = { ...token, resource_server: 'auth.globus.org', other_tokens: [token, token] };
  fc.assert(
    fc.property(mutatedDocument(document), (text) => {
      try {
        expectShape(recordSchema(StoredToken), parseTokenResponse(JSON.parse(text), 1000));
      } catch (error) {
        if (!(error instanceof NoTokenError)) throw error;
      }
    }),
  );
});

test('any config.json: a configuration, or the problem with each field', () => {
  const document = {
    clientId: 'c',
    authUrl: 'https://auth.example/',
    transferUrl: 'http://localhost:1/',
    gcsManagerUrls: ['https://*.gcs.example'],
    redirectUrl: 'https://app.example/callback',
    ...{ renewal: 'refresh-token', tokenStorage: 'memory', title: 'T', supportUrl: 'mailto:help@x.example' },
    ...{ idleMinutes: 15, maxSessionHours: 8 },
  };
  const address = v.pipe(v.string(), v.url());
  const configuration: v.GenericSchema<RuntimeConfig> = v.strictObject({
    clientId: id,
    authUrl: address,
    transferUrl: address,
    gcsManagerUrls: v.array(id),
    redirectUrl: address,
    renewal: v.picklist(['redirect', 'refresh-token']),
    tokenStorage: v.picklist(['session', 'memory']),
    title: id,
    idleMinutes: v.optional(v.pipe(v.number(), v.minValue(1))),
    maxSessionHours: v.optional(v.pipe(v.number(), v.minValue(1))),
    supportUrl: v.optional(v.pipe(v.string(), v.regex(/^(https:|mailto:)/))),
  });
  const problems = v.pipe(
    v.array(v.strictObject({ field: v.nullable(v.string()), problem: id })),
    v.nonEmpty(),
  );
  const configOrProblems = v.union([configuration, problems]);
  fc.assert(
    fc.property(mutatedDocument(document), (text) =>
      expectShape(configOrProblems, parseConfig(JSON.parse(text), 'https://app.example/')),
    ),
  );
});
