import type { components } from '@globus/sdk/open-api/types/transfer';
import type { TransferChoices } from '../serving/serviceSettings.ts';
import type { AccessPoint } from '../world/sites.ts';
import type { Tunnel, TunnelEvent } from '../world/tunnels/tunnel.ts';

type Schemas = components['schemas'];

/** Formats a time like Transfer v2: in UTC with microseconds, but without a zone. */
function wireTime(at: number): string {
  // The clock has only milliseconds. The last three digits are made up.
  const microseconds = String((at * 7919) % 1000).padStart(3, '0');
  return new Date(at).toISOString().replace('Z', microseconds);
}

/** Sorts the members of an object by name, as Globus does. */
function sortMembers<T extends object>(members: T): T {
  return Object.fromEntries(Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1))) as T;
}

/** Returns a stream access point as a JSON:API resource. */
export function accessPointDocument({
  id,
  attributes,
  endpointId,
}: AccessPoint): Schemas['StreamAccessPointResponseResource'] {
  const data = endpointId === null ? null : { id: endpointId, type: 'Endpoint' };
  return {
    attributes: sortMembers(attributes),
    id,
    relationships: { host_endpoint: { data } },
    type: 'StreamAccessPoint',
  };
}

/** Returns a tunnel as a JSON:API resource, with its members in the order of recorded responses. */
export function tunnelDocument(tunnel: Tunnel): Schemas['TunnelResponseResource'] {
  const accessPoint = (id: string) => ({ data: { id, type: 'StreamAccessPoint' as const } });
  return {
    attributes: {
      created_time: wireTime(tunnel.createdAt),
      initiator_ip_address: tunnel.initiatorIpAddress,
      initiator_port: tunnel.initiatorPort,
      label: tunnel.label,
      lifetime_mins: tunnel.lifetimeMins,
      listener_ip_address: tunnel.listenerIpAddress,
      listener_port: tunnel.listenerPort,
      restartable: tunnel.restartable,
      state: tunnel.state,
      status: tunnel.status,
      submission_id: tunnel.submissionId,
    },
    id: tunnel.id,
    relationships: {
      initiator: accessPoint(tunnel.initiatorAccessPointId),
      listener: accessPoint(tunnel.listenerAccessPointId),
      owner: { data: { id: tunnel.ownerId, type: 'Identity' } },
    },
    type: 'Tunnel',
  };
}

/** Returns an event of a tunnel as a JSON:API resource. */
export function eventDocument(
  event: TunnelEvent,
  idType: TransferChoices['eventIds'],
): Omit<Schemas['TunnelEventResponseResource'], 'id'> & { id: number | string } {
  const { id, code, isError, description, details, at } = event;
  return {
    type: 'TunnelEvent',
    id: idType === 'number' ? id : String(id),
    attributes: { code, is_error: isError, description, details, time: wireTime(at) },
  };
}
