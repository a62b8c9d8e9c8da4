import { randomUUID } from 'node:crypto';
import { FIXED_ENDPOINTS } from './seed/fixedEndpoints.ts';
import { generateAccessPoints } from './seed/generateAccessPoints.ts';
import type {
  AccessPoint,
  AccessPointAttributes,
  Endpoint,
  EndpointRoleName,
  GatewayPolicy,
  SiteDemands,
  SiteFailure,
  SiteFault,
} from './sites.ts';
import { EXTERNAL_ERROR, identityUrn, searchTextOf } from './sites.ts';

/** What tests can change about an access point and its gateway. */
export interface AccessPointUpdate {
  attributes?: Partial<AccessPointAttributes>;
  policy?: Partial<GatewayPolicy>;
  demands?: Partial<SiteDemands>;
  fault?: SiteFault;
  failure?: SiteFailure;
}

/** What tests can change about an endpoint. */
export type EndpointUpdate = Partial<
  Pick<Endpoint, 'displayName' | 'subscriptionId' | 'gcsVersion' | 'isPublic' | 'roles' | 'nodes'>
>;

/** A stream gateway to create. */
export interface NewGateway {
  attributes: Omit<AccessPointAttributes, 'tlsftp_server' | 'advertised_owner'>;
  policy: GatewayPolicy;
}

const byName = new Intl.Collator('en', { numeric: true });

/** The endpoints of the world and their access points. */
export class SiteDirectory {
  readonly #endpoints = new Map<string, Endpoint>();
  readonly #accessPoints = new Map<string, AccessPoint>();
  /** In the order they were generated: the fixed ones first. */
  readonly initialAccessPoints: readonly AccessPoint[];
  #sorted: readonly AccessPoint[] = [];

  constructor(seed: string, count: number) {
    const { accessPoints, endpoints } = generateAccessPoints(seed, count);
    for (const endpoint of [...FIXED_ENDPOINTS, ...endpoints]) this.#endpoints.set(endpoint.id, endpoint);
    for (const point of accessPoints) this.#accessPoints.set(point.id, { ...point });
    this.initialAccessPoints = [...this.#accessPoints.values()];
    this.#sort();
  }

  endpointIds(): string[] {
    return [...this.#endpoints.keys()];
  }

  endpoint(id: string | null): Endpoint | undefined {
    return id === null ? undefined : this.#endpoints.get(id);
  }

  /** Returns the endpoint whose GCS Manager has this DNS name. */
  endpointByDomain(domain: string): Endpoint | undefined {
    return [...this.#endpoints.values()].find(({ managerDomain }) => managerDomain === domain);
  }

  addEndpoint(endpoint: Endpoint): void {
    this.#endpoints.set(endpoint.id, endpoint);
  }

  /** Changes an endpoint and returns it; undefined if there is none with this ID. */
  updateEndpoint(id: string, update: EndpointUpdate): Endpoint | undefined {
    const endpoint = this.#endpoints.get(id);
    if (!endpoint) return undefined;
    const updated = { ...endpoint, ...update };
    this.#endpoints.set(id, updated);
    return updated;
  }

  /** Returns the access points by display name. */
  accessPoints(): readonly AccessPoint[] {
    return this.#sorted;
  }

  /** Returns the access points of an endpoint by display name. Each stands for the gateway with the same ID. */
  accessPointsOf(endpointId: string): readonly AccessPoint[] {
    return this.#sorted.filter((point) => point.endpointId === endpointId);
  }

  accessPoint(id: string): AccessPoint | undefined {
    return this.#accessPoints.get(id);
  }

  /** Returns the roles on an endpoint that one of these identities has. No test user belongs to a group. */
  rolesOf(identityIds: readonly string[], endpointId: string | null): EndpointRoleName[] {
    const principals = identityIds.map(identityUrn);
    const roles = this.endpoint(endpointId)?.roles ?? [];
    return roles.filter(({ principal }) => principals.includes(principal)).map(({ role }) => role);
  }

  /** Returns whether one of these identities owns or administers the endpoint. */
  isAdministrator(identityIds: readonly string[], endpointId: string | null): boolean {
    return this.rolesOf(identityIds, endpointId).some((role) => role === 'owner' || role === 'administrator');
  }

  /** Creates stream gateways, each with its access point. */
  createGateways({ id: endpointId, domainName, ownerString }: Endpoint, gateways: readonly NewGateway[]) {
    const created = gateways.map(({ attributes, policy }): AccessPoint => {
      const id = randomUUID();
      const addressed = {
        ...attributes,
        advertised_owner: ownerString,
        tlsftp_server: `tlsftp://s-${id.slice(0, 5)}.${domainName}:443`,
      };
      return {
        id,
        endpointId,
        attributes: addressed,
        policy,
        demands: { policyId: randomUUID(), mfa: false, dataAccessConsent: false },
        fault: 'none',
        failure: EXTERNAL_ERROR,
        searchText: searchTextOf(addressed),
      };
    });
    for (const point of created) this.#accessPoints.set(point.id, point);
    this.#sort();
    return created;
  }

  /** Deletes a stream gateway together with its access point. */
  deleteGateway(id: string): void {
    this.#accessPoints.delete(id);
    this.#sort();
  }

  /** Changes an access point and its gateway, and returns it; undefined if there is none with this ID. */
  updateAccessPoint(id: string, update: AccessPointUpdate): AccessPoint | undefined {
    const point = this.#accessPoints.get(id);
    if (!point) return undefined;
    const { attributes, policy, demands, fault, failure } = update;
    point.attributes = { ...point.attributes, ...attributes };
    point.policy = { ...point.policy, ...policy };
    point.demands = { ...point.demands, ...demands };
    if (fault !== undefined) point.fault = fault;
    if (failure !== undefined) point.failure = failure;
    point.searchText = searchTextOf(point.attributes);
    this.#sort();
    return point;
  }

  #sort(): void {
    this.#sorted = [...this.#accessPoints.values()].sort(
      (a, b) =>
        byName.compare(a.attributes.display_name, b.attributes.display_name) || (a.id < b.id ? -1 : 1),
    );
  }
}
