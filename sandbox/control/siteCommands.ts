import { randomUUID } from 'node:crypto';
import { PERSONAS, type Persona } from '../world/identities.ts';
import { createEndpoint } from '../world/seed/createEndpoint.ts';
import type { EndpointUpdate } from '../world/siteDirectory.ts';
import type { AccessPoint, Endpoint, GatewayPolicy } from '../world/sites.ts';
import { OPEN_POLICY } from '../world/sites.ts';
import type { World } from '../world/world.ts';

/** Endpoints to add to the world. */
export interface CreateEndpointsRequest {
  /** Default 1. */
  count?: number;
  /** Who owns them. Default: the administrator. */
  persona?: Persona['key'];
  /** Number of stream gateways on each, with their access points. Default 1. */
  gateways?: number;
  /** Null: without a subscription. Default: a new one for each. */
  subscriptionId?: string | null;
  gcsVersion?: string;
  isPublic?: boolean;
}

/** Stream gateways to add to an endpoint, each with its access point. */
export interface CreateGatewaysRequest {
  /** Default 1. */
  count?: number;
  /** A number follows it. Default: the name of the endpoint. */
  name?: string;
  policy?: Partial<GatewayPolicy>;
}

/** Creates and changes endpoints and gateways without the rules of GCS Manager. */
export class SiteCommands {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** @throws RangeError if there is no such persona */
  createEndpoints(request: CreateEndpointsRequest = {}): Endpoint[] {
    const persona = PERSONAS.find(({ key }) => key === (request.persona ?? 'administrator'));
    if (!persona) throw new RangeError(`There is no persona ${request.persona}.`);
    const [owner] = persona.identities;
    return Array.from({ length: request.count ?? 1 }, (_, index) => {
      const endpoint = createEndpoint({
        id: randomUUID(),
        displayName: `Test Site ${index + 1}`,
        organization: owner.organization,
        department: null,
        ownerIdentityId: owner.id,
        ownerString: owner.username,
        subscriptionId: request.subscriptionId === undefined ? randomUUID() : request.subscriptionId,
        gcsVersion: request.gcsVersion ?? '5.4.85',
        isPublic: request.isPublic ?? true,
        domainName: `gcs.site-${index + 1}.example`,
      });
      this.#world.sites.addEndpoint(endpoint);
      this.createGateways(endpoint.id, { count: request.gateways ?? 1 });
      return endpoint;
    });
  }

  /** @throws RangeError if there is no such endpoint */
  createGateways(endpointId: string, { count = 1, name, policy }: CreateGatewaysRequest = {}): AccessPoint[] {
    const endpoint = this.#world.sites.endpoint(endpointId);
    if (!endpoint) throw new RangeError(`There is no endpoint ${endpointId}.`);
    const gateways = Array.from({ length: count }, (_, index) => ({
      attributes: {
        display_name: `${name ?? `${endpoint.displayName} Gateway`} ${index + 1}`,
        contact_email: null,
        contact_info: null,
        department: endpoint.department,
        description: null,
        info_link: null,
        keywords: null,
        organization: endpoint.organization,
      },
      policy: { ...OPEN_POLICY, ...policy },
    }));
    return this.#world.sites.createGateways(endpoint, gateways);
  }

  /** @throws RangeError if there is no such endpoint */
  updateEndpoint(id: string, update: EndpointUpdate): Endpoint {
    const updated = this.#world.sites.updateEndpoint(id, update);
    if (!updated) throw new RangeError(`There is no endpoint ${id}.`);
    return updated;
  }
}
