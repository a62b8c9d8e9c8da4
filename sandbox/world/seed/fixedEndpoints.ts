import type { Endpoint } from '../sites.ts';
import { createEndpoint } from './createEndpoint.ts';

const JONAS = { id: 'ad300000-0000-4000-8000-000000000001', username: 'jonas@hpc.example' };
const AMARA = { id: '50990000-0000-4000-8000-000000000001', username: 'amara@lab.example' };
/** A group that no test user belongs to. */
const OPERATORS_GROUP = 'urn:globus:groups:id:96000000-0000-4000-8000-000000000001';
/** The owner of most sites, who isn't a test user. */
export const OUTSIDE_OWNER = {
  id: '57a00000-0000-4000-8000-000000000001',
  username: 'operations@sites.example',
};

type FixedFields = Partial<Parameters<typeof createEndpoint>[0]> & Pick<Endpoint, 'organization'>;

function fixedEndpoint(
  number: number,
  displayName: string,
  domainName: string,
  fields: FixedFields,
  owner = OUTSIDE_OWNER,
): Endpoint {
  const suffix = String(number).padStart(12, '0');
  return createEndpoint({
    id: `e0000000-0000-4000-8000-${suffix}`,
    displayName,
    department: null,
    ownerIdentityId: owner.id,
    ownerString: owner.username,
    subscriptionId: `5b000000-0000-4000-8000-${suffix}`,
    gcsVersion: '5.4.85',
    isPublic: true,
    domainName,
    ...fields,
  });
}

/** The endpoints of every sandbox, whatever its seed. Jonas, the administrator, administers two of them, and Amara monitors Lumen. */
export const HARBOR = fixedEndpoint(1, 'Harbor University Beamlines', 'gcs.harbor.example', {
  organization: 'Harbor University',
  department: 'Department of Physics',
  managerZone: 'data.globus.org',
});
export const NORTHFIELD = fixedEndpoint(
  2,
  'Northfield HPC Center',
  'gcs.hpc.example',
  {
    organization: 'Northfield HPC Center',
    department: 'Data Services',
    otherRoles: { administrator: [OPERATORS_GROUP] },
    managerZone: 'data.globus.org',
  },
  JONAS,
);
export const TIDEWATER = fixedEndpoint(
  3,
  'Tidewater National Laboratory',
  'gcs.lab.example',
  {
    organization: 'Tidewater National Laboratory',
    department: 'Imaging Facilities',
    otherRoles: { administrator: [JONAS.id] },
    managerZone: 'gaccess.io',
  },
  AMARA,
);
export const GALE_RIDGE = fixedEndpoint(4, 'Gale Ridge Observatory', 'gcs.galeridge.example', {
  organization: 'Gale Ridge Observatory',
  gcsVersion: '5.4.61',
});
export const OLD_QUAY = fixedEndpoint(5, 'Old Quay Data Archive', 'gcs.oldquay.example', {
  organization: 'Old Quay Data Archive',
  gcsVersion: '5.4.40',
});
export const LUMEN = fixedEndpoint(6, 'Lumen Genomics Institute', 'gcs.lumen.example', {
  organization: 'Lumen Genomics Institute',
  department: 'Sequencing Core',
  isPublic: false,
  otherRoles: { activity_monitor: [AMARA.id] },
  managerZone: 'gaccess.io',
});
export const CURIO = fixedEndpoint(7, 'Curio Institute <b>(unreviewed)</b>', 'gcs.curio.example', {
  organization: 'Curio Institute',
});
export const SANDBAR = fixedEndpoint(8, 'Sandbar Field Station', 'gcs.sandbar.example', {
  organization: 'Sandbar Field Station',
  subscriptionId: null,
});

export const FIXED_ENDPOINTS: readonly Endpoint[] = [
  HARBOR,
  NORTHFIELD,
  TIDEWATER,
  GALE_RIDGE,
  OLD_QUAY,
  LUMEN,
  CURIO,
  SANDBAR,
];
