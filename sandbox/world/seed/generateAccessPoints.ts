import type { Random } from '../random.ts';
import { createRandom } from '../random.ts';
import type {
  AccessPoint,
  AccessPointAttributes,
  Endpoint,
  GatewayPolicy,
  SiteDemands,
  SiteFault,
} from '../sites.ts';
import { EXTERNAL_ERROR, OPEN_POLICY, searchTextOf } from '../sites.ts';
import { createEndpoint } from './createEndpoint.ts';
import { FIXED_ACCESS_POINTS } from './fixedAccessPoints.ts';
import { NORTHFIELD, OUTSIDE_OWNER, TIDEWATER } from './fixedEndpoints.ts';
import type { FacilityKind } from './placeNames.ts';
import { FACILITY_KINDS, PLACE_NAMES } from './placeNames.ts';

interface Facility {
  kind: FacilityKind;
  endpoint: Endpoint;
  /** Number of access points of each instrument, for the numbers in their names. */
  instruments: Map<string, number>;
}

/**
 * Returns the access points of a world: the fixed ones, then generated ones up to `count`. A larger count with the same
 * seed starts with the same access points.
 */
export function generateAccessPoints(
  seed: string,
  count: number,
): { accessPoints: AccessPoint[]; endpoints: Endpoint[] } {
  const random = createRandom(`${seed}/access-points`);
  const facilities = new Map<string, Facility>();
  const administered = [NORTHFIELD, TIDEWATER].map((endpoint, index) => ({
    kind: FACILITY_KINDS[index === 0 ? 2 : 4] ?? FACILITY_KINDS[0],
    endpoint,
    instruments: new Map<string, number>(),
  }));
  const accessPoints = [...FIXED_ACCESS_POINTS];
  while (accessPoints.length < count) {
    // One in eight belongs to the endpoints of the administrator, so that a large world is large for them too.
    const ownIndex = random.integer(0, 15);
    const facility = administered[ownIndex] ?? pickFacility(random, facilities);
    accessPoints.push(generateAccessPoint(random, facility));
  }
  return { accessPoints, endpoints: [...facilities.values()].map(({ endpoint }) => endpoint) };
}

function pickFacility(random: Random, facilities: Map<string, Facility>): Facility {
  const kind = random.pick(FACILITY_KINDS);
  const name = `${random.pick(PLACE_NAMES)} ${kind.institution}`;
  const found = facilities.get(name);
  if (found) return found;
  const domain = `${name.toLowerCase().replace(/[^a-z]+/g, '-')}.example`;
  const endpoint = createEndpoint({
    id: random.uuid(),
    displayName: name,
    organization: name,
    department: kind.department,
    ownerIdentityId: OUTSIDE_OWNER.id,
    ownerString: `streams@${domain}`,
    subscriptionId: random.chance(0.8) ? random.uuid() : null,
    gcsVersion: `5.4.${random.integer(58, 87)}`,
    isPublic: random.chance(0.7),
    domainName: `gcs.${domain}`,
  });
  const facility = { kind, endpoint, instruments: new Map<string, number>() };
  facilities.set(name, facility);
  return facility;
}

function generateAccessPoint(random: Random, { kind, endpoint, instruments }: Facility): AccessPoint {
  const instrument = random.pick(kind.instruments);
  const number = (instruments.get(instrument) ?? 0) + 1;
  instruments.set(instrument, number);
  const placeName = endpoint.displayName.replace(` ${kind.institution}`, '');
  const domain = endpoint.domainName.replace(/^gcs\./, '');
  const valueOrNull = <T>(probability: number, value: T): T | null =>
    random.chance(probability) ? value : null;
  const attributes: AccessPointAttributes = {
    display_name: `${placeName} ${instrument}${number > 1 ? ` ${number}` : ''}`,
    tlsftp_server: `tlsftp://s${random.integer(1000, 99999)}.${endpoint.domainName}:443`,
    advertised_owner: valueOrNull(0.9, endpoint.ownerString),
    contact_email: valueOrNull(0.7, `support@${domain}`),
    contact_info: valueOrNull(0.3, `Operations desk, +1 555 0${random.integer(100, 199)}`),
    department: valueOrNull(0.8, endpoint.department ?? kind.department),
    description: valueOrNull(0.85, `${kind.description}, ${placeName}.`),
    info_link: valueOrNull(0.5, `https://www.${domain}/streams/${number}`),
    keywords: valueOrNull(0.8, kind.keywords),
    organization: valueOrNull(0.95, endpoint.organization),
  };
  const id = random.uuid();
  const endpointId = valueOrNull(0.98, endpoint.id);
  const policyId = random.uuid();
  return {
    id,
    endpointId,
    attributes,
    ...pickPolicy(random, domain, policyId),
    fault: pickFault(random),
    failure: EXTERNAL_ERROR,
    searchText: searchTextOf(attributes),
  };
}

/** Most sites are open. No test user has an identity in the domain of a generated site. */
function pickPolicy(
  random: Random,
  domain: string,
  policyId: string,
): { policy: GatewayPolicy; demands: SiteDemands } {
  const draw = random.fraction();
  const requiring = (policy: Partial<GatewayPolicy>, mfa = false) => ({
    policy: { ...OPEN_POLICY, ...policy },
    demands: { policyId, mfa, dataAccessConsent: false },
  });
  if (draw < 0.08) return requiring({ allowed_domains: [domain] });
  if (draw < 0.14) return requiring({ authentication_timeout_mins: random.pick([30, 60, 720]) });
  if (draw < 0.17) return requiring({}, true);
  if (draw < 0.25) return requiring({ lan_name: 'instruments', lan_secret_required: true });
  return requiring({});
}

function pickFault(random: Random): SiteFault {
  const draw = random.fraction();
  if (draw < 0.02) return 'unreachable';
  return draw < 0.025 ? 'refuses' : 'none';
}
