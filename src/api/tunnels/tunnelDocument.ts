import type { components } from '@globus/sdk/open-api/types/transfer';
import { boolean, fallback, type InferOutput, nonEmpty, object, pipe, string } from 'valibot';
import { parseApiTime } from '../../domain/text/time.ts';
import { type Contact, isValidPort } from '../../domain/tunnel/contact.ts';
import type { TunnelRequest } from '../../domain/tunnel/request.ts';
import { parseTunnelState } from '../../domain/tunnel/state.ts';
import type { Tunnel } from '../../domain/tunnel/tunnel.ts';
import { OptionalNumber, OptionalText, RelatedResource } from '../http/jsonApi.ts';

type Wire = components['schemas'];

/** A tunnel on the wire. Only its id is indispensable. */
export const TunnelResource = object({
  id: pipe(string(), nonEmpty()),
  attributes: object({
    submission_id: OptionalText,
    label: OptionalText,
    lifetime_mins: OptionalNumber,
    restartable: fallback(boolean(), false),
    listener_ip_address: OptionalText,
    listener_port: OptionalNumber,
    initiator_ip_address: OptionalText,
    initiator_port: OptionalNumber,
    created_time: OptionalText,
    state: fallback(string(), ''),
    status: fallback(string(), ''),
  }),
  relationships: fallback(
    object({ listener: RelatedResource, initiator: RelatedResource, owner: RelatedResource }),
    {
      listener: null,
      initiator: null,
      owner: null,
    },
  ),
});

/** The answer of a call about one tunnel. */
export const TunnelDocument = object({ data: TunnelResource });

/** From the wire to the domain. */
export function toTunnel({ id, attributes, relationships }: InferOutput<typeof TunnelResource>): Tunnel {
  return {
    id,
    label: attributes.label,
    state: parseTunnelState(attributes.state),
    stateText: attributes.state,
    status: attributes.status,
    createdAtMs: attributes.created_time === null ? null : parseApiTime(attributes.created_time),
    lifetimeMinutes: toLifetime(attributes.lifetime_mins),
    restartable: attributes.restartable,
    listenerContact: toContact(attributes.listener_ip_address, attributes.listener_port),
    initiatorContact: toContact(attributes.initiator_ip_address, attributes.initiator_port),
    initiatorAccessPointId: relationships.initiator?.data?.id ?? null,
    listenerAccessPointId: relationships.listener?.data?.id ?? null,
    ownerId: relationships.owner?.data?.id ?? null,
    submissionId: attributes.submission_id,
  };
}

/** Whole minutes, as the API's types have it: of anything else no other tunnel can be made. */
function toLifetime(minutes: number | null): number | null {
  return minutes !== null && Number.isSafeInteger(minutes) && minutes > 0 ? minutes : null;
}

function toContact(address: string | null, port: number | null): Contact | null {
  if (!address || port === null || !isValidPort(port)) return null;
  // What came in brackets, as in a contact string, would get a second pair of them.
  return { host: /^\[(.+)\]$/.exec(address)?.[1] ?? address, port };
}

/** What one may change about a tunnel; what is left out stays as it is. */
export interface TunnelChanges {
  label?: string | null;
  listenerContact?: Contact;
}

/** The body of POST /v2/tunnels. */
export function tunnelCreateBody(tunnel: TunnelRequest): Wire['TunnelRequestTopLevel'] {
  return {
    data: {
      type: 'Tunnel',
      attributes: {
        submission_id: tunnel.submissionId,
        label: tunnel.label,
        lifetime_mins: tunnel.lifetimeMinutes,
        restartable: tunnel.restartable,
        ...(tunnel.listenerContact && listenerAttributes(tunnel.listenerContact)),
      },
      relationships: {
        initiator: { data: { type: 'StreamAccessPoint', id: tunnel.initiatorAccessPointId } },
        listener: { data: { type: 'StreamAccessPoint', id: tunnel.listenerAccessPointId } },
      },
    },
  };
}

/** The body of PATCH /v2/tunnels/ID for changed details. */
export function tunnelUpdateBody({ label, listenerContact }: TunnelChanges): Wire['TunnelPatchTopLevel'] {
  return {
    data: {
      type: 'Tunnel',
      attributes: {
        ...(label === undefined ? {} : { label }),
        ...(listenerContact && listenerAttributes(listenerContact)),
      },
    },
  };
}

/** The body of PATCH /v2/tunnels/ID that asks a tunnel to stop: STOPPING is the one state a client may set. */
export function tunnelStopBody(): Wire['TunnelPatchTopLevel'] {
  return { data: { type: 'Tunnel', attributes: { state: 'STOPPING' } } };
}

function listenerAttributes({ host, port }: Contact) {
  return { listener_ip_address: host, listener_port: port };
}
