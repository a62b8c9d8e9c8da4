// All of api/gcs against the sandbox in process, which checks every request strictly.

import { MutationObserver, type MutationObserverOptions, QueryClient } from '@tanstack/react-query';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ACCESS_POINT_IDS, ENDPOINT_IDS } from '../../../sandbox/sandboxForTests.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/startSandbox.ts';
import { parseConfig, setRuntimeConfig } from '../../config/runtimeConfig.ts';
import { accessPointQueries } from '../accessPoints.ts';
import { setSessionForTests } from '../http/sessionForTests.ts';
import { tunnelMutations } from '../tunnels/tunnelMutations.ts';
import { endpointNodeQueries } from './endpointNodes.ts';
import { endpointRoleQueries } from './endpointRoles.ts';
import { lanSecretMutations } from './lanSecretMutations.ts';
import { managerInfoQueries } from './managerInfo.ts';
import { streamGatewayMutations } from './streamGatewayMutations.ts';
import { streamGatewayQueries } from './streamGateways.ts';

let sandbox: Sandbox;
let persona: 'researcher' | 'administrator' = 'administrator';
const client = new QueryClient();
const manager = (endpointId: string = ENDPOINT_IDS.northfield) => ({
  endpointId,
  gcsUrl: `${sandbox.gcs}/${endpointId}`,
});

beforeAll(async () => {
  sandbox = await startSandbox({ accessPoints: 20, tunnels: 0 });
  const services = { clientId: sandbox.client.id, authUrl: sandbox.auth, transferUrl: sandbox.transfer };
  const config = parseConfig(services, 'http://localhost/');
  if (!Array.isArray(config)) setRuntimeConfig(config);
  setSessionForTests({
    getAccessToken: async (resourceServer) => sandbox.commands.issueToken({ resourceServer, persona }).token,
  });
});
afterAll(() => sandbox.close());

const run = <TData, TVariables>(
  options: MutationObserverOptions<TData, Error, TVariables>,
  variables: TVariables,
) => new MutationObserver(client, options).mutate(variables);

test('a gateway from creation to deletion, with its access point', async () => {
  persona = 'administrator';
  const created = await run(streamGatewayMutations.create(manager()), {
    name: 'Test Bench',
    allowedDomains: ['hpc.example'],
    keywords: ['test'],
    authenticationTimeoutMinutes: null,
  });
  expect(created).toMatchObject({ name: 'Test Bench', allowedDomains: ['hpc.example'], unreadable: [] });
  const accessPoint = await client.fetchQuery(accessPointQueries.detail(created.id));
  expect(accessPoint.name).toBe('Test Bench');
  const settings = { authenticationTimeoutMinutes: 30, usersDenied: ['mallory'], keywords: null };
  await run(streamGatewayMutations.update(manager()), {
    id: created.id,
    settings,
    isCurrent: ({ name }) => name === created.name,
  });
  const changed = await client.fetchQuery(streamGatewayQueries.detail(manager(), created.id));
  expect(changed).toMatchObject({
    name: 'Test Bench',
    authenticationTimeoutMinutes: 30,
    usersDenied: ['mallory'],
  });
  await run(streamGatewayMutations.delete(manager()), created.id);
  const { items } = await client.fetchQuery(streamGatewayQueries.list(manager()));
  expect(items.map(({ id }) => id)).toContain(ACCESS_POINT_IDS.requiresDomain);
  expect(items.map(({ id }) => id)).not.toContain(created.id);
});

test('a public endpoint shows its gateways to everyone, and nodes and roles to whoever has one', async () => {
  persona = 'researcher';
  const { items, unreadable } = await client.fetchQuery({
    ...streamGatewayQueries.list(manager()),
    staleTime: 0,
  });
  expect([items.length > 0, unreadable]).toEqual([true, 0]);
  await expect(client.fetchQuery(endpointNodeQueries.list(manager()))).rejects.toMatchObject({
    kind: 'forbidden',
  });
  persona = 'administrator';
  const nodes = await client.fetchQuery(endpointNodeQueries.list(manager()));
  expect(nodes.items[0]?.lanAddresses[0]?.networkName).toEqual(expect.any(String));
  expect(nodes.items[0]?.internalStreamPorts?.first).toBeGreaterThan(0);
  const roles = await client.fetchQuery(endpointRoleQueries.list(manager()));
  expect(roles.items.map(({ principal }) => principal.kind)).toEqual(['identity', 'group']);
});

test('the GCS Manager describes itself', async () => {
  const info = await client.fetchQuery(managerInfoQueries.detail(manager()));
  expect(info).toMatchObject({ endpointId: ENDPOINT_IDS.northfield, managerVersion: expect.any(String) });
});

test('a LAN secret is created for a tunnel and deleted', async () => {
  persona = 'researcher';
  const { id: tunnelId } = await run(tunnelMutations.create(), {
    submissionId: crypto.randomUUID(),
    label: null,
    lifetimeMinutes: 60,
    restartable: false,
    initiatorAccessPointId: ACCESS_POINT_IDS.northfield,
    listenerAccessPointId: ACCESS_POINT_IDS.harbor,
    listenerContact: null,
  });
  const secretRequest = { tunnelId, accessPointId: ACCESS_POINT_IDS.northfield, expiresInMinutes: 30 };
  const secret = await run(lanSecretMutations.create(manager()), secretRequest);
  expect(secret.secret.length).toBeGreaterThan(10);
  expect((secret.expiresAtMs ?? 0) / 60_000).toBeCloseTo(sandbox.world.clock.now() / 60_000 + 30, 0);
  await run(lanSecretMutations.delete(manager()), secret.id);
});
