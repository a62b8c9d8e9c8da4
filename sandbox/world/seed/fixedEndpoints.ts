import type { Endpoint } from '../sites.ts';

const JONAS = { id: 'ad300000-0000-4000-8000-000000000001', username: 'jonas@hpc.example' };
const AMARA = { id: '50990000-0000-4000-8000-000000000001', username: 'amara@lab.example' };
/** The owner of most sites, who isn't a test user. */
export const OUTSIDE_OWNER = {
  id: '57a00000-0000-4000-8000-000000000001',
  username: 'operations@sites.example',
};

function createEndpoint(
  number: number,
  displayName: string,
  domainName: string,
  fields: Partial<Endpoint> & Pick<Endpoint, 'organization'>,
  owner = OUTSIDE_OWNER,
): Endpoint {
  return {
    id: `e0000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    displayName,
    department: null,
    ownerIdentityId: owner.id,
    ownerString: owner.username,
    administratorIds: [owner.id],
    subscriptionId: `5b000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    gcsVersion: '5.4.85',
    isPublic: true,
    domainName,
    ...fields,
  };
}

/** The endpoints of every sandbox, whatever its seed. Jonas, the administrator, administers two of them. */
export const HARBOR = createEndpoint(1, 'Harbor University Beamlines', 'gcs.harbor.example', {
  organization: 'Harbor University',
  department: 'Department of Physics',
});
export const NORTHFIELD = createEndpoint(
  2,
  'Northfield HPC Center',
  'gcs.hpc.example',
  { organization: 'Northfield HPC Center', department: 'Data Services' },
  JONAS,
);
export const TIDEWATER = createEndpoint(
  3,
  'Tidewater National Laboratory',
  'gcs.lab.example',
  {
    organization: 'Tidewater National Laboratory',
    department: 'Imaging Facilities',
    administratorIds: [AMARA.id, JONAS.id],
  },
  AMARA,
);
export const GALE_RIDGE = createEndpoint(4, 'Gale Ridge Observatory', 'gcs.galeridge.example', {
  organization: 'Gale Ridge Observatory',
  gcsVersion: '5.4.61',
});
export const OLD_QUAY = createEndpoint(5, 'Old Quay Data Archive', 'gcs.oldquay.example', {
  organization: 'Old Quay Data Archive',
  subscriptionId: null,
  gcsVersion: '5.4.40',
});
export const LUMEN = createEndpoint(6, 'Lumen Genomics Institute', 'gcs.lumen.example', {
  organization: 'Lumen Genomics Institute',
  department: 'Sequencing Core',
  isPublic: false,
});
export const CURIO = createEndpoint(7, 'Curio Institute <b>(unreviewed)</b>', 'gcs.curio.example', {
  organization: 'Curio Institute',
});

export const FIXED_ENDPOINTS: readonly Endpoint[] = [
  HARBOR,
  NORTHFIELD,
  TIDEWATER,
  GALE_RIDGE,
  OLD_QUAY,
  LUMEN,
  CURIO,
];
