import type {
  AccessPoint,
  AccessPointAttributes,
  Endpoint,
  GatewayPolicy,
  SiteDemands,
  SiteFault,
} from '../sites.ts';
import { EXTERNAL_ERROR, OPEN_POLICY, searchTextOf } from '../sites.ts';
import {
  CURIO,
  GALE_RIDGE,
  HARBOR,
  LUMEN,
  NORTHFIELD,
  OLD_QUAY,
  SANDBAR,
  TIDEWATER,
} from './fixedEndpoints.ts';

interface AccessPointSpec {
  number: number;
  at: Endpoint;
  name: string;
  description: string | null;
  keywords: string | null;
  policy?: Partial<GatewayPolicy>;
  demands?: Partial<SiteDemands>;
  fault?: SiteFault;
  attributes?: Partial<AccessPointAttributes>;
}

function accessPoint({
  number,
  at,
  name,
  description,
  keywords,
  policy,
  demands,
  fault,
  attributes,
}: AccessPointSpec): AccessPoint {
  const suffix = String(number).padStart(12, '0');
  const allAttributes: AccessPointAttributes = {
    display_name: name,
    tlsftp_server: `tlsftp://s${number}.${at.domainName}:443`,
    advertised_owner: at.ownerString,
    contact_email: `streams@${at.domainName.replace(/^gcs\./, '')}`,
    contact_info: null,
    department: at.department,
    description,
    info_link: `https://${at.domainName.replace(/^gcs\./, 'www.')}/streams`,
    keywords,
    organization: at.organization,
    ...attributes,
  };
  return {
    id: `acce5500-0000-4000-8000-${suffix}`,
    endpointId: at.id,
    attributes: allAttributes,
    policy: { ...OPEN_POLICY, ...policy },
    demands: {
      policyId: `90110000-0000-4000-8000-${suffix}`,
      mfa: false,
      dataAccessConsent: false,
      ...demands,
    },
    fault: fault ?? 'none',
    failure: EXTERNAL_ERROR,
    searchText: searchTextOf(allAttributes),
  };
}

/** Text with a right-to-left override and its end. It must not affect the text around it on a page. */
const RIGHT_TO_LEFT = 'מכון \u202Egnp.exe\u202C';

const HOSTILE = accessPoint({
  number: 10,
  at: CURIO,
  name: `Curio Relay <script>alert("display_name")</script> ${RIGHT_TO_LEFT}`,
  description: `<img src=x onerror=alert("description")> "quotes" & 'ticks' \${x} {{x}} ${'A very long description that someone pasted. '.repeat(120)}`,
  keywords: '<b>bold</b>, =HYPERLINK("x"), , ,  spaced  , 🛰️',
  attributes: {
    advertised_owner: '"><svg onload=alert(1)>@curio.example',
    contact_email: 'mailto:javascript:alert(1)@curio.example?subject=x',
    contact_info: 'javascript:alert("contact_info")',
    department: '\u0000\u0007control\u200Bcharacters\n\n\nand lines',
    info_link: 'javascript:alert("info_link")',
    organization: `${RIGHT_TO_LEFT} & Sons`,
  },
});

/**
 * The access points of every sandbox, whatever its seed and size: one for each situation that a person can meet. The
 * IDs are fixed and end in the number.
 */
export const FIXED_ACCESS_POINTS: readonly AccessPoint[] = [
  accessPoint({
    number: 1,
    at: HARBOR,
    name: 'Harbor Beamline 7 Detector',
    description: 'Frames of the pixel detector at beamline 7, straight from the hutch.',
    keywords: 'x-ray, beamline, detector, imaging',
    attributes: { contact_info: 'Control room, building 12, +1 555 0107' },
  }),
  accessPoint({
    number: 2,
    at: NORTHFIELD,
    name: 'Northfield Compute Stream',
    description: 'Streams into the batch and interactive partitions of the Northfield cluster.',
    keywords: 'hpc, compute, streaming, gpu',
  }),
  accessPoint({
    number: 3,
    at: TIDEWATER,
    name: 'Tidewater Cryo-EM Gateway',
    description: 'Movies from the two cryo-electron microscopes, for processing as they are recorded.',
    keywords: 'cryo-em, microscopy, structural biology',
    policy: { lan_name: 'imaging', lan_secret_required: true },
  }),
  accessPoint({
    number: 4,
    at: NORTHFIELD,
    name: 'Northfield Restricted Cluster',
    description: 'For members of the Northfield HPC Center only.',
    keywords: 'hpc, restricted',
    policy: { allowed_domains: ['hpc.example'] },
  }),
  accessPoint({
    number: 5,
    at: TIDEWATER,
    name: 'Tidewater Control Room',
    description: 'Instrument control. Requires a sign-in within the last 30 minutes.',
    keywords: 'instrument control, microscopy',
    policy: { authentication_timeout_mins: 30 },
  }),
  accessPoint({
    number: 6,
    at: NORTHFIELD,
    name: 'Northfield Secure Enclave',
    description: 'Protected data. Requires multi-factor authentication.',
    keywords: 'hpc, protected data, mfa',
    policy: { lan_name: 'enclave', lan_secret_required: true },
    demands: { mfa: true },
  }),
  accessPoint({
    number: 7,
    at: LUMEN,
    name: 'Lumen Sequencer Hall',
    description: 'Base calls from the sequencers. Requires your consent to access the data.',
    keywords: 'genomics, sequencing, nanopore',
    demands: { dataAccessConsent: true },
  }),
  accessPoint({
    number: 8,
    at: GALE_RIDGE,
    name: 'Gale Ridge Telescope Relay',
    description: 'Survey images from the mountain. The link has been down since the storm.',
    keywords: 'astronomy, telescope, survey',
    fault: 'unreachable',
    attributes: { info_link: null },
  }),
  accessPoint({
    number: 9,
    at: OLD_QUAY,
    name: 'Old Quay Archive Relay',
    description: null,
    keywords: null,
    fault: 'refuses',
    attributes: {
      contact_email: null,
      info_link: null,
      department: null,
      advertised_owner: null,
    },
  }),
  HOSTILE,
  accessPoint({
    number: 11,
    at: HARBOR,
    name: 'Harbor Detector Workshop',
    description: 'For members of the workshop only. No other identity has access.',
    keywords: 'electronics, test bench',
    policy: { users_allow: ['workshop@harbor.example'] },
  }),
  accessPoint({
    number: 12,
    at: SANDBAR,
    name: 'Sandbar Tide Gauges',
    description: 'Water levels from the gauges along the coast. Streaming has not been ordered yet.',
    keywords: 'oceanography, sensors',
  }),
];
