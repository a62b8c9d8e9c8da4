import { createRandom } from '../random.ts';
import type { Endpoint, EndpointNode, EndpointRole, EndpointRoleName } from '../sites.ts';
import { identityUrn } from '../sites.ts';

/** An endpoint without what follows from the rest. */
type EndpointSpec = Omit<Endpoint, 'roles' | 'nodes' | 'managerDomain'> & {
  /** Who has a role beside the owner: identities or URNs of groups. */
  otherRoles?: Partial<Record<EndpointRoleName, readonly string[]>>;
  /** Which of the two domains of Globus the GCS Manager has. Default: either, by the ID of the endpoint. */
  managerZone?: 'data.globus.org' | 'gaccess.io';
};

/** Returns an endpoint with its roles, its nodes and the domain of its GCS Manager, which depend only on its ID. */
export function createEndpoint({ otherRoles = {}, managerZone, ...fields }: EndpointSpec): Endpoint {
  const random = createRandom(`${fields.id}/manager`);
  const part = (length: number) => random.uuid().replaceAll('-', '').slice(0, length);
  const zone = managerZone ?? random.pick(['data.globus.org', 'gaccess.io']);
  return {
    ...fields,
    roles: createRoles(fields.id, fields.ownerIdentityId, otherRoles),
    nodes: createNodes(fields.id),
    managerDomain: `${part(6)}.${part(4)}.${zone}`,
  };
}

function createRoles(
  endpointId: string,
  ownerId: string,
  others: NonNullable<EndpointSpec['otherRoles']>,
): EndpointRole[] {
  const random = createRandom(`${endpointId}/roles`);
  const role = (principal: string, name: EndpointRoleName): EndpointRole => ({
    id: random.uuid(),
    principal: principal.startsWith('urn:') ? principal : identityUrn(principal),
    role: name,
  });
  const principalsByRole = Object.entries(others) as [EndpointRoleName, readonly string[]][];
  return [
    role(ownerId, 'owner'),
    ...principalsByRole.flatMap(([name, principals]) => principals.map((principal) => role(principal, name))),
  ];
}

/** Returns two nodes, one of them inactive, with the networks that the seeded gateways name. */
function createNodes(endpointId: string): EndpointNode[] {
  const random = createRandom(`${endpointId}/nodes`);
  return (['active', 'inactive'] as const).map((status, index) => {
    const host = random.integer(10, 200) + index;
    return {
      id: random.uuid(),
      status,
      ip_addresses: [`198.51.100.${host}`],
      lan_addresses: ['imaging', 'enclave', 'instruments'].map((network, position) => ({
        address: `10.${20 + position}.0.${host}`,
        network_name: network,
      })),
      incoming_port_range: [50_000, 51_000],
      outgoing_port_range: [50_000, 51_000],
      internal_stream_port_range: [40_000, 40_999],
    };
  });
}
