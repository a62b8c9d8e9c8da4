import type { components } from '@globus/sdk/open-api/types/transfer';
import { boolean, fallback, type InferOutput, object } from 'valibot';
import { parseApiTime } from '../../domain/text/time.ts';
import { type Contact, isValidPort } from '../../domain/tunnel/contact.ts';
import type { TunnelRequest } from '../../domain/tunnel/request.ts';
import { parseTunnelState } from '../../domain/tunnel/state.ts';
import type { Tunnel } from '../../domain/tunnel/tunnel.ts';
import { OptionalNumber, OptionalText, RelatedResource, ResourceId, Text } from '../http/jsonApi.ts';

type Wire = components['schemas'];

/** A tunnel in the API. Only its ID is required. */
export const TunnelResource = object({
  id: ResourceId,
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
    state: Text,
    status: Text,
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

/** The response to a call about one tunnel. */
export const TunnelDocument = object({ data: TunnelResource });

/** Converts a tunnel from the API to the domain's type. */
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

/** Whole minutes, as the API documents it; anything else couldn't be used to duplicate the tunnel. */
function toLifetime(minutes: number | null): number | null {
  return minutes !== null && Number.isSafeInteger(minutes) && minutes > 0 ? minutes : null;
}

function toContact(address: string | null, port: number | null): Contact | null {
  if (!address || port === null || !isValidPort(port)) return null;
  // Brackets around an IPv6 address are removed, because the contact string adds them.
  return { host: /^\[(.+)\]$/.exec(address)?.[1] ?? address, port };
}

/** The changes to a tunnel; what is left out stays as it is. */
export interface TunnelChanges {
  label?: string | null;
  listenerContact?: Contact;
}

/** Returns the body of POST /v2/tunnels. */
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

/** Returns the body of PATCH /v2/tunnels/ID that changes details. */
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

/** Returns the body of PATCH /v2/tunnels/ID that stops a tunnel: STOPPING is the only state that a client may set. */
export function tunnelStopBody(): Wire['TunnelPatchTopLevel'] {
  return { data: { type: 'Tunnel', attributes: { state: 'STOPPING' } } };
}

function listenerAttributes({ host, port }: Contact) {
  return { listener_ip_address: host, listener_port: port };
}
