import { FIXED_ENDPOINTS } from './seed/fixedEndpoints.ts';
import { generateAccessPoints } from './seed/generateAccessPoints.ts';
import type { AccessPoint, AccessPointAttributes, Endpoint, GatewayPolicy, SiteFault } from './sites.ts';
import { searchTextOf } from './sites.ts';

/** What tests can change about an access point. */
export interface AccessPointUpdate {
  attributes?: Partial<AccessPointAttributes>;
  policy?: Partial<GatewayPolicy>;
  fault?: SiteFault;
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

  /** Returns the access points by display name. */
  accessPoints(): readonly AccessPoint[] {
    return this.#sorted;
  }

  accessPoint(id: string): AccessPoint | undefined {
    return this.#accessPoints.get(id);
  }

  /** Returns whether one of these identities has the administrator role on the endpoint. */
  isAdministrator(identityIds: readonly string[], endpointId: string | null): boolean {
    const administrators = this.endpoint(endpointId)?.administratorIds ?? [];
    return administrators.some((id) => identityIds.includes(id));
  }

  /** Changes an access point and returns it; undefined if there is none with this ID. */
  updateAccessPoint(id: string, { attributes, policy, fault }: AccessPointUpdate): AccessPoint | undefined {
    const point = this.#accessPoints.get(id);
    if (!point) return undefined;
    point.attributes = { ...point.attributes, ...attributes };
    point.policy = { ...point.policy, ...policy };
    if (fault !== undefined) point.fault = fault;
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
