import type { QueryClient } from '@tanstack/react-query';
import * as v from 'valibot';
import type { EndpointNode } from '../../domain/site/endpointNode.ts';
import type { EndpointRole } from '../../domain/site/endpointRole.ts';
import type { GcsManagerInfo } from '../../domain/site/gcsManagerInfo.ts';
import type { LanSecret } from '../../domain/site/lanSecret.ts';
import type { IdentityMapping } from '../../domain/site/policy-check/identityMapping.ts';
import type { StreamGateway } from '../../domain/site/streamGateway.ts';
import { endpointNodeQueries } from './endpointNodes.ts';
import { endpointRoleQueries } from './endpointRoles.ts';
import { lanSecretMutations } from './lanSecretMutations.ts';
import { managerInfoQueries } from './managerInfo.ts';
import { streamGatewayQueries } from './streamGateways.ts';

// Valid documents of a GCS Manager, and schemas of what is parsed from them: every field of the domain's types, and no
// other.

const text = v.nullable(v.string());
const texts = v.nullable(v.array(v.string()));
const finite = v.nullable(v.pipe(v.number(), v.finite()));
const id = v.pipe(v.string(), v.nonEmpty());
const unreadable = v.pipe(v.number(), v.minValue(0));

const ruleSchema = v.strictObject({
  source: v.string(),
  match: v.string(),
  output: v.string(),
  literal: v.boolean(),
  ignoreCase: v.boolean(),
});
const mappingSchema: v.GenericSchema<IdentityMapping> = v.variant('kind', [
  v.strictObject({
    document: v.unknown(),
    kind: v.literal('expression'),
    rules: v.array(v.nullable(ruleSchema)),
  }),
  v.strictObject({ document: v.unknown(), kind: v.literal('external'), command: v.array(v.string()) }),
  v.strictObject({ document: v.unknown(), kind: v.literal('unreadable') }),
]);
const gatewaySchema: v.GenericSchema<StreamGateway> = v.strictObject({
  id,
  name: text,
  allowedDomains: texts,
  authenticationTimeoutMinutes: finite,
  identityMappings: v.nullable(v.array(mappingSchema)),
  usersAllowed: texts,
  usersDenied: texts,
  requiresLanSecret: v.nullable(v.boolean()),
  runsAsLocalUser: v.nullable(v.boolean()),
  lanName: text,
  contactEmail: text,
  contactInfo: text,
  department: text,
  description: text,
  infoLink: text,
  keywords: texts,
  organization: text,
  tlsftpUrl: text,
  domainName: text,
  unreadable: v.array(v.string()) as v.GenericSchema<StreamGateway['unreadable']>,
});
const nodeSchema: v.GenericSchema<EndpointNode> = v.strictObject({
  id,
  name: text,
  status: text,
  ipAddresses: v.array(v.string()),
  lanAddresses: v.array(v.strictObject({ address: id, networkName: text })),
  internalStreamPorts: v.nullable(v.strictObject({ first: v.number(), last: v.number() })),
});
const roleSchema: v.GenericSchema<EndpointRole> = v.strictObject({
  id,
  role: id,
  principal: v.variant('kind', [
    v.strictObject({ kind: v.picklist(['identity', 'group']), id }),
    v.strictObject({ kind: v.literal('unknown'), text: id }),
  ]),
  collectionId: text,
});
const managerInfoSchema: v.GenericSchema<GcsManagerInfo> = v.strictObject({
  apiVersion: text,
  managerVersion: text,
  endpointId: text,
  clientId: text,
  domainName: text,
});
const lanSecretSchema: v.GenericSchema<LanSecret> = v.strictObject({
  id,
  secret: id,
  expiresAtMs: finite,
  identityId: text,
  username: text,
});

export const aGateway = {
  DATA_TYPE: 'stream_gateway#1.1.0',
  id: 'g',
  display_name: 'Beamline',
  allowed_domains: ['harbor.example'],
  authentication_timeout_mins: 30,
  identity_mappings: [
    {
      DATA_TYPE: 'expression_identity_mapping#1.0.0',
      mappings: [{ source: '{username}', match: '(.*)@harbor\\.example', output: '{0}', literal: false }],
    },
    { DATA_TYPE: 'external_identity_mapping#1.0.0', command: ['/opt/map'] },
  ],
  users_allow: [],
  users_deny: ['mallory'],
  lan_secret_required: false,
  run_as_local_user: true,
  lan_name: null,
  keywords: ['x-ray'],
  deleted: false,
};
export const aNode = {
  id: 'node',
  name: 'node-1',
  status: 'active',
  ip_addresses: ['192.0.2.7'],
  lan_addresses: [{ address: '10.0.0.7', network_name: 'beamline' }],
  internal_stream_port_range: [50_000, 51_000],
};
export const aRole = {
  id: 'r',
  role: 'administrator',
  principal: 'urn:globus:auth:identity:00000000-0000-4000-8000-000000000001',
  collection: null,
};
export const managerInfo = {
  DATA_TYPE: 'info#1.0.0',
  api_version: '1.32.0',
  manager_version: '5.4.90',
  endpoint_id: 'e',
  client_id: 'c',
  domain_name: 'abc.data.globus.org',
};
export const aLanSecret = {
  DATA_TYPE: 'lan_secret#1.0.0',
  id: 'l',
  secret: 'never-shown-again',
  expires: 1_800_000_000,
  identity_id: 'i',
  username: 'ada',
};

const manager = { endpointId: 'e', gcsUrl: 'https://h.example' };
const listOf = (item: object) => ({
  code: 'success',
  data: [item, { ...item, id: 'other' }],
  has_next_page: true,
  marker: 'm',
});
const one = (item: object) => ({ code: 'success', data: [item] });
const listSchema = (schema: v.GenericSchema) => v.object({ items: v.array(schema), unreadable });

/** Calls to a GCS Manager: what they load, a valid document, the schema of the result, and the call itself. */
export const GCS_CALLS: readonly [
  string,
  unknown,
  v.GenericSchema,
  (client: QueryClient) => Promise<unknown>,
][] = [
  [
    'the gateways of an endpoint',
    listOf(aGateway),
    listSchema(gatewaySchema),
    (client) => client.fetchQuery(streamGatewayQueries.list(manager)),
  ],
  [
    'a gateway',
    one(aGateway),
    gatewaySchema,
    (client) => client.fetchQuery(streamGatewayQueries.detail(manager, 'g')),
  ],
  [
    'the nodes of an endpoint',
    listOf(aNode),
    listSchema(nodeSchema),
    (client) => client.fetchQuery(endpointNodeQueries.list(manager)),
  ],
  [
    'the roles on an endpoint',
    listOf(aRole),
    listSchema(roleSchema),
    (client) => client.fetchQuery(endpointRoleQueries.list(manager)),
  ],
  [
    'the description of a GCS Manager',
    one(managerInfo),
    managerInfoSchema,
    (client) => client.fetchQuery(managerInfoQueries.detail(manager)),
  ],
  [
    'a LAN secret',
    one(aLanSecret),
    lanSecretSchema,
    (client) => {
      const creation = client.getMutationCache().build(client, lanSecretMutations.create(manager));
      return creation.execute({ tunnelId: 't', accessPointId: 'a' });
    },
  ],
];
