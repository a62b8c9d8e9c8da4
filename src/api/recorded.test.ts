import { readdirSync, readFileSync } from 'node:fs';
import { QueryClient } from '@tanstack/react-query';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { parseConfig, type RuntimeConfig, setRuntimeConfig } from '../config/runtimeConfig.ts';
import { accessPointQueries } from './accessPoints.ts';
import { endpointQueries } from './endpoints.ts';
import { endpointNodeQueries } from './gcs/endpointNodes.ts';
import { endpointRoleQueries } from './gcs/endpointRoles.ts';
import { lanSecretMutations } from './gcs/lanSecretMutations.ts';
import { managerInfoQueries } from './gcs/managerInfo.ts';
import { streamGatewayQueries } from './gcs/streamGateways.ts';
import { setSessionForTests } from './http/sessionForTests.ts';
import { tunnelEventQueries } from './tunnels/tunnelEvents.ts';
import { tunnelMutations } from './tunnels/tunnelMutations.ts';
import { tunnelQueries } from './tunnels/tunnels.ts';

// Every member that the dashboard uses arrives from the recorded documents. The sandbox's responses are compared with the
// same documents in sandbox/recorded/recorded.test.ts. What is expected is computed from the document, so that a changed
// name or type of a member is enough to fail here.

// biome-ignore lint/suspicious/noExplicitAny: a test reads documents of every shape.
type Json = any;

interface RecordedDocument {
  status: number;
  body: Json;
}

const FOLDER = 'sandbox/recorded';
// Those in `refusals` are read in http/recordedRefusals.test.ts.
const names = ['transfer', 'gcs'].flatMap((service) =>
  readdirSync(`${FOLDER}/${service}`).map((file) => `${service}/${file.replace('.json', '')}`),
);
const readDocument = (name: string): RecordedDocument =>
  JSON.parse(readFileSync(`${FOLDER}/${name}.json`, 'utf8'));

const utc = (time: unknown) => (typeof time === 'string' ? Date.parse(`${time}Z`) : Number.NaN);
const address = (host: Json, port: Json) => (host === null && port === null ? null : { host, port });

const tunnel = ({ id, attributes, relationships }: Json) => ({
  id,
  label: attributes.label,
  state: attributes.state,
  stateText: attributes.state,
  status: attributes.status,
  createdAtMs: utc(attributes.created_time),
  lifetimeMinutes: attributes.lifetime_mins,
  restartable: attributes.restartable,
  listenerContact: address(attributes.listener_ip_address, attributes.listener_port),
  initiatorContact: address(attributes.initiator_ip_address, attributes.initiator_port),
  initiatorAccessPointId: relationships.initiator.data.id,
  listenerAccessPointId: relationships.listener.data.id,
  ownerId: relationships.owner.data.id,
  submissionId: attributes.submission_id,
});
const event = ({ id, attributes }: Json) => ({
  id: `${id}`,
  code: attributes.code,
  codeText: attributes.code,
  isError: attributes.is_error,
  description: attributes.description,
  details: attributes.details,
  timeMs: utc(attributes.time),
});
const accessPoint = ({ id, attributes, relationships }: Json) => ({
  id,
  name: attributes.display_name,
  tlsftpServer: attributes.tlsftp_server,
  owner: attributes.advertised_owner,
  organization: attributes.organization,
  department: attributes.department,
  description: attributes.description,
  keywords: attributes.keywords === null ? [] : attributes.keywords.split(','),
  contactEmail: attributes.contact_email,
  contactInfo: attributes.contact_info,
  infoLink: attributes.info_link,
  hostEndpointId: relationships.host_endpoint.data === null ? null : relationships.host_endpoint.data.id,
});
const endpoint = (document: Json) => ({
  id: document.id,
  name: document.display_name,
  gcsManagerUrl: document.gcs_manager_url,
  owner: document.owner_string,
  organization: document.organization,
  myEffectiveRoles: document.my_effective_roles,
  // The dashboard keeps only whether there is one.
  hasSubscription: typeof document.subscription_id === 'string',
  gcsVersion: document.gcs_version,
  isPublic: document.public,
});
const mapping = (document: Json) =>
  document.DATA_TYPE === 'external_identity_mapping#1.0.0'
    ? { document, kind: 'external', command: document.command }
    : { document, kind: 'expression', rules: document.mappings.map(mappingRule) };
const mappingRule = ({ ignore_case: ignoreCase, ...rule }: Json) => ({ ...rule, ignoreCase });
const gateway = (document: Json) => ({
  id: document.id,
  name: document.display_name,
  allowedDomains: document.allowed_domains,
  authenticationTimeoutMinutes: document.authentication_timeout_mins,
  identityMappings: document.identity_mappings === null ? null : document.identity_mappings.map(mapping),
  usersAllowed: document.users_allow,
  usersDenied: document.users_deny,
  lanName: document.lan_name,
  requiresLanSecret: document.lan_secret_required,
  // Only version 1.1.0 has it.
  runsAsLocalUser: document.DATA_TYPE === 'stream_gateway#1.0.0' ? null : document.run_as_local_user,
  contactEmail: document.contact_email,
  contactInfo: document.contact_info,
  department: document.department,
  description: document.description,
  infoLink: document.info_link,
  keywords: document.keywords,
  organization: document.organization,
  tlsftpUrl: document.tlsftp_url,
  domainName: document.domain_name,
  unreadable: [],
});
const managerInfo = (document: Json) => ({
  apiVersion: document.api_version,
  managerVersion: document.manager_version,
  endpointId: document.endpoint_id,
  clientId: document.client_id,
  domainName: document.domain_name,
});
const node = (document: Json) => ({
  id: document.id,
  name: null,
  status: document.status,
  ipAddresses: document.ip_addresses,
  lanAddresses: document.lan_addresses.map((one: Json) => ({
    address: one.address,
    networkName: one.network_name,
  })),
  internalStreamPorts: {
    first: document.internal_stream_port_range[0],
    last: document.internal_stream_port_range[1],
  },
});
const role = (document: Json) => ({
  id: document.id,
  role: document.role,
  principal: {
    kind: document.principal.startsWith('urn:globus:groups:') ? 'group' : 'identity',
    id: document.principal.split(':').at(-1),
  },
  collectionId: document.collection,
});
const lanSecret = (document: Json) => ({
  id: document.id,
  secret: document.secret,
  expiresAtMs: typeof document.expires === 'number' ? document.expires * 1000 : Number.NaN,
  identityId: document.identity_id,
  username: document.username,
});

const manager = { endpointId: 'e', gcsUrl: 'https://manager.example' };
const newTunnel = {
  submissionId: 's',
  label: null,
  lifetimeMinutes: 1,
  restartable: false,
  initiatorAccessPointId: 'a',
  listenerAccessPointId: 'b',
  listenerContact: null,
};
/** Runs a mutation as its page does. */
const mutate = <V>(client: QueryClient, options: Json, variables: V): Promise<unknown> =>
  client.getMutationCache().build(client, options).execute(variables);

const streamGateways: Reader = [
  (client) => client.fetchQuery(streamGatewayQueries.list(manager)),
  (body) => ({ items: body.data.map(gateway), unreadable: 0 }),
];
const tunnelEvents: Reader = [
  (client) => client.fetchQuery(tunnelEventQueries.list('t')),
  (body) => ({ events: body.data.map(event), unreadable: 0 }),
];
const accessPointSearch: Reader = [
  async (client) => {
    const search = accessPointQueries.search({ text: '', onlyAdministered: false });
    return (await client.fetchInfiniteQuery(search)).pages[0];
  },
  (body) => ({
    accessPoints: body.data.map(accessPoint),
    unreadable: 0,
    next: body.links ? Object.fromEntries(new URL(body.links.next).searchParams) : null,
  }),
];

/** Reads the document that the next call receives, and what must arrive. */
type Reader = readonly [read: (client: QueryClient) => Promise<unknown>, expected: (body: Json) => unknown];

const READERS: Readonly<Record<string, Reader>> = {
  'transfer/tunnels': [
    (client) => client.fetchQuery(tunnelQueries.list()),
    (body) => ({ tunnels: body.data.map(tunnel), unreadable: 0 }),
  ],
  'transfer/tunnel': [
    (client) => client.fetchQuery(tunnelQueries.detail('t')),
    (body) => ({ tunnel: tunnel(body.data) }),
  ],
  'transfer/tunnelCreated': [
    (client) => mutate(client, tunnelMutations.create(), newTunnel),
    (body) => tunnel(body.data),
  ],
  'transfer/tunnelRenamed': [
    (client) => mutate(client, tunnelMutations.rename('t'), 'A label'),
    (body) => tunnel(body.data),
  ],
  'transfer/tunnelStopping': [
    (client) => mutate(client, tunnelMutations.stop(), 't'),
    (body) => tunnel(body.data),
  ],
  'transfer/tunnelDeleted': [
    (client) => mutate(client, tunnelMutations.delete(), 't').then(() => null),
    (body) => body.data,
  ],
  'transfer/tunnelEvents': tunnelEvents,
  'transfer/tunnelEventsPage': tunnelEvents,
  'transfer/accessPoints': accessPointSearch,
  'transfer/accessPointsPage': accessPointSearch,
  'transfer/accessPoint': [
    (client) => client.fetchQuery(accessPointQueries.detail('a')),
    (body) => accessPoint(body.data),
  ],
  'transfer/endpoint': [(client) => client.fetchQuery(endpointQueries.detail('e')), endpoint],
  'gcs/streamGateways': streamGateways,
  'gcs/streamGatewaysVersion10': streamGateways,
  'gcs/managerInfo': [
    (client) => client.fetchQuery(managerInfoQueries.detail(manager)),
    (body) => managerInfo(body.data[0]),
  ],
  'gcs/nodes': [
    (client) => client.fetchQuery(endpointNodeQueries.list(manager)),
    (body) => ({ items: body.data.map(node), unreadable: 0 }),
  ],
  'gcs/roles': [
    (client) => client.fetchQuery(endpointRoleQueries.list(manager)),
    (body) => ({ items: body.data.map(role), unreadable: 0 }),
  ],
  'gcs/lanSecretCreated': [
    (client) => mutate(client, lanSecretMutations.create(manager), { tunnelId: 't', accessPointId: 'a' }),
    (body) => lanSecret(body.data[0]),
  ],
};

let responses: RecordedDocument[] = [];

beforeAll(() => {
  setSessionForTests();
  setRuntimeConfig(parseConfig({ clientId: 'c' }, 'https://app.example/') as RuntimeConfig);
  // After the document, every response is the last page of a list.
  vi.stubGlobal('fetch', async () => {
    const { status, body } = responses.shift() ?? { status: 200, body: { data: [] } };
    return new Response(JSON.stringify(body), { status });
  });
});
afterAll(() => vi.unstubAllGlobals());

test('every document is read', () => expect(Object.keys(READERS).sort()).toEqual(names.sort()));

test.each(Object.entries(READERS))(
  '%s: every member that the dashboard uses arrives',
  async (name, [read, expected]) => {
    const document = readDocument(name);
    responses = [document];
    const client = new QueryClient();
    const result = await read(client);
    client.clear();
    // The result also has what the page adds itself, such as the time of a change.
    expect({ result }).toMatchObject({ result: expected(document.body) });
  },
);
