// All of api/ against the sandbox in process, which checks every request strictly.

import { MutationObserver, type MutationObserverOptions, QueryClient } from '@tanstack/react-query';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/startSandbox.ts';
import { parseConfig, setRuntimeConfig } from '../config/runtimeConfig.ts';
import { describeOwners } from '../domain/fleet/owners.ts';
import type { TunnelRequest } from '../domain/tunnel/request.ts';
import { accessPointQueries } from './accessPoints.ts';
import { endpointQueries } from './endpoints.ts';
import { setSessionForTests } from './http/sessionForTests.ts';
import { identityQueries } from './identities.ts';
import { tunnelEventQueries } from './tunnels/tunnelEvents.ts';
import { tunnelMutations } from './tunnels/tunnelMutations.ts';
import { tunnelQueries } from './tunnels/tunnels.ts';

const session = { getAccessToken: vi.fn(), reportUnauthorized: vi.fn() };

const [OPEN, OTHER, MFA, DOMAIN] = [1, 2, 6, 4].map((n) => `acce5500-0000-4000-8000-00000000000${n}`) as [
  string,
  string,
  string,
  string,
];

let sandbox: Sandbox;
let client: QueryClient;

beforeAll(async () => {
  sandbox = await startSandbox({ accessPoints: 130, tunnels: 8, speed: 1000 });
  const services = { clientId: sandbox.client.id, authUrl: sandbox.auth, transferUrl: sandbox.transfer };
  const config = parseConfig(services, 'http://localhost/');
  if (!Array.isArray(config)) setRuntimeConfig(config);
});

afterAll(() => sandbox.close());

beforeEach(() => {
  setSessionForTests(session);
  const scope = 'urn:globus:auth:scope:auth.globus.org:view_identities';
  session.reportUnauthorized.mockReset().mockResolvedValue(false);
  session.getAccessToken.mockReset().mockImplementation(async (resourceServer: string) => {
    const order = resourceServer === 'auth.globus.org' ? { resourceServer, scope } : { resourceServer };
    return sandbox.commands.issueToken(order).token;
  });
  sandbox.commands.clearFailures();
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
});

const wanted = (initiatorAccessPointId = OPEN): TunnelRequest => ({
  submissionId: crypto.randomUUID(),
  label: 'it\'s a "label"',
  lifetimeMinutes: 60,
  restartable: true,
  initiatorAccessPointId,
  listenerAccessPointId: OTHER,
  listenerContact: null,
});

const run = <TData, TVariables>(
  options: MutationObserverOptions<TData, Error, TVariables>,
  variables: TVariables,
) => new MutationObserver(client, options).mutate(variables);

const stateOf = async (id: string) => (await client.fetchQuery(tunnelQueries.detail(id))).tunnel.state;

test('the list shows an administrator whether Globus lists the tunnels of others, too', async () => {
  const { commands } = sandbox;
  session.getAccessToken.mockImplementation(
    async () => commands.issueToken({ persona: 'administrator' }).token,
  );
  const [mine] = commands.tunnels.create({ persona: 'administrator' });
  commands.tunnels.create({ listenerAccessPointId: DOMAIN });
  const owners = async () => {
    const { tunnels } = await client.fetchQuery(tunnelQueries.list());
    return describeOwners(tunnels, new Set(mine?.ownerId ? [mine.ownerId] : []));
  };
  expect(await owners()).toMatch(/^Includes \d+ tunnels? that other people own\.$/);
  commands.setTransferChoices({ visibleTunnels: 'own' });
  expect(await owners()).toBe('Only tunnels that you own are listed.');
  commands.setTransferChoices({ visibleTunnels: 'administered' });
});

test('a tunnel from creation to deletion', async () => {
  const made = await run(tunnelMutations.create(), wanted());
  expect(made).toMatchObject({ label: 'it\'s a "label"', lifetimeMinutes: 60, restartable: true });
  expect(made).toMatchObject({ initiatorAccessPointId: OPEN, listenerAccessPointId: OTHER });
  await vi.waitFor(async () => expect(await stateOf(made.id)).toBe('AWAITING_LISTENER'));

  const listenerContact = { host: '127.0.0.1', port: 65_000 };
  const given = await run(tunnelMutations.setListener(made.id), listenerContact);
  expect(given).toMatchObject({ listenerContact });
  await vi.waitFor(async () => expect(await stateOf(made.id)).toBe('ACTIVE'));
  const { tunnel: active } = await client.fetchQuery(tunnelQueries.detail(made.id));
  expect(active.initiatorContact?.port).toBeGreaterThan(0);

  await run(tunnelMutations.stop(), made.id);
  await vi.waitFor(async () => expect(await stateOf(made.id)).toBe('STOPPED'));
  const { events } = await client.fetchQuery(tunnelEventQueries.list(made.id));
  const codes = events.map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(['STARTED', 'TUNNEL_ACTIVE', 'TUNNEL_STOPPED']));
  const errors = await client.fetchQuery(tunnelEventQueries.list(made.id, { onlyErrors: true }));
  expect(errors.events.every(({ isError }) => isError)).toBe(true);

  await run(tunnelMutations.delete(), made.id);
  await expect(stateOf(made.id)).rejects.toMatchObject({ kind: 'not-found' });
});

test.each(['oldest', 'newest'] as const)('all events, %s first, 20 per page', async (first) => {
  const [tunnel] = sandbox.commands.tunnels.create();
  const id = tunnel?.id ?? '';
  for (let n = 0; n < 148; n += 1) sandbox.commands.tunnels.addEvent(id, { code: `CODE_${n}` });
  sandbox.commands.setEventPaging({ sort: first, size: 20 });
  const options = tunnelEventQueries.list(id);
  const calls = () => sandbox.commands.requests({ path: `/v2/tunnels/${id}/events` }).length;
  expect((await client.fetchQuery(options)).events).toHaveLength(150);
  expect(calls()).toBe(8);
  sandbox.commands.tunnels.addEvent(id, { code: 'NEW' });
  const log = await client.fetchQuery({ ...options, staleTime: 0 });
  sandbox.commands.setEventPaging({});
  expect([log.events.length, log.order, calls()]).toEqual([151, first, 9]);
});

test('a repeated submission returns the same tunnel', async () => {
  const request = wanted();
  const first = await run(tunnelMutations.create(), request);
  expect((await run(tunnelMutations.create(), request)).id).toBe(first.id);
});

describe('the list of tunnels', () => {
  test('is complete when the server pages it', async () => {
    const whole = await client.fetchQuery(tunnelQueries.list());
    expect(whole.tunnels.length).toBeGreaterThan(3);
    expect(whole.unreadable).toBe(0);
    sandbox.commands.setTunnelPageSize(2);
    const paged = await client.fetchQuery(tunnelQueries.list());
    sandbox.commands.setTunnelPageSize(undefined);
    expect(paged.tunnels.map(({ id }) => id)).toEqual(whole.tunnels.map(({ id }) => id));
  });
});

describe('access points', () => {
  test('are paged, searched and found by id', async () => {
    const all = await client.fetchInfiniteQuery({
      ...accessPointQueries.search({ text: '', onlyAdministered: false }),
      pages: 9,
    });
    expect(all.pages.map(({ unreadable }) => unreadable)).toEqual([0, 0]);
    expect(all.pages.flatMap(({ accessPoints }) => accessPoints).length).toBe(130);
    const found = await client.fetchInfiniteQuery(
      accessPointQueries.search({ text: OPEN, onlyAdministered: false }),
    );
    expect(found.pages[0]?.accessPoints.map(({ id }) => id)).toEqual([OPEN]);
    const mine = await client.fetchInfiniteQuery(
      accessPointQueries.search({ text: '', onlyAdministered: true }),
    );
    expect(mine.pages[0]?.accessPoints).toEqual([]);
    expect(await client.fetchQuery(accessPointQueries.directory())).toHaveLength(130);
  });

  test('lead to their endpoint, and tunnels to their owner', async () => {
    const { hostEndpointId } = await client.fetchQuery(accessPointQueries.detail(OPEN));
    const endpoint = await client.fetchQuery(endpointQueries.detail(hostEndpointId ?? ''));
    expect(endpoint).toMatchObject({
      id: hostEndpointId,
      gcsManagerUrl: expect.stringContaining(sandbox.gcs),
    });
    const { ownerId } = await run(tunnelMutations.create(), wanted());
    const people = await client.fetchQuery(identityQueries.byId([ownerId ?? '', crypto.randomUUID()]));
    expect(Object.values(people).map(({ username }) => username)).toEqual(['mira@harbor.example']);
  });
});

describe('error responses', () => {
  test.each(['root', 'item', 'meta', 'legacy', 'login-failed'] as const)(
    'with the sign-in requirements of a site at: %s',
    async (place) => {
      sandbox.commands.setAuthorizationParametersLocation(place);
      const mfa = run(tunnelMutations.create(), wanted(MFA));
      await expect(mfa).rejects.toMatchObject({ kind: 'step-up', authorization: { requiredMfa: true } });
      const domain = run(tunnelMutations.create(), wanted(DOMAIN));
      await expect(domain).rejects.toMatchObject({
        authorization: { requiredSingleDomain: ['hpc.example'] },
      });
    },
  );

  test('name the rejected field', async () => {
    const refused = run(tunnelMutations.create(), { ...wanted(), lifetimeMinutes: -5 });
    await expect(refused).rejects.toMatchObject({
      kind: 'validation',
      fieldErrors: [{ path: ['body', 'data', 'attributes', 'lifetime_mins'] }],
    });
  });

  test.each([
    [
      { status: 503, headers: { 'Retry-After': '3' } },
      { kind: 'unavailable', retryAfterMs: 3000 },
    ],
    [
      { status: 502, code: 'ExternalError' },
      { kind: 'site-failure', code: 'ExternalError' },
    ],
    [
      { status: 502, body: '<html>', contentType: 'text/html' },
      { kind: 'unavailable', code: null },
    ],
    [{ disconnect: 'before' as const }, { kind: 'network' }],
    [{ disconnect: 'during' as const }, { kind: 'network' }],
    [{ truncate: true }, { kind: 'malformed' }],
    [{ status: 200, body: { data: 'no list' } }, { kind: 'malformed' }],
  ])('%j becomes %j', async (failure, expected) => {
    sandbox.commands.failNext({ service: 'transfer', path: '/v2/tunnels', ...failure });
    await expect(client.fetchQuery(tunnelQueries.list())).rejects.toMatchObject(expected);
  });

  test('an expired token is renewed once', async () => {
    const { token: expired } = sandbox.commands.issueToken({ lifetimeSeconds: 0 });
    session.getAccessToken.mockResolvedValueOnce(expired);
    session.reportUnauthorized.mockResolvedValue(true);
    expect((await client.fetchQuery(tunnelQueries.list())).tunnels.length).toBeGreaterThan(0);
    expect(session.reportUnauthorized.mock.calls).toEqual([['transfer.api.globus.org', expired]]);
  });
});
