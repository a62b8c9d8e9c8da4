/** A login at an identity provider, as Globus Auth stores it. */
export interface Identity {
  /** UUID. For the primary identity, this is the `sub` of the id_token. */
  id: string;
  /** `name@domain`. A gateway's `allowed_domains` apply to the domain. */
  username: string;
  name: string;
  email: string;
  organization: string;
  identityProvider: string;
  identityProviderName: string;
}

/** A test user with linked identities. The first one is the primary identity. */
export interface Persona {
  key: 'researcher' | 'administrator' | 'support' | 'newcomer';
  /** The description on the sign-in page. */
  role: string;
  identities: [Identity, ...Identity[]];
}

const provider = (name: string, n: number) => ({
  identityProvider: `1d900000-0000-4000-8000-00000000000${n}`,
  identityProviderName: name,
});
const HARBOR = provider('Harbor University', 1);
const HPC = provider('Northfield HPC Center', 2);
const LAB = provider('Tidewater National Laboratory', 3);
const ORCID = provider('Example ORCID', 4);

function identity(
  id: string,
  username: string,
  name: string,
  organization: string,
  at: ReturnType<typeof provider>,
): Identity {
  return { id, username, name, email: username, organization, ...at };
}

/** The test users. Their IDs are fixed so that links and tests stay readable. */
export const PERSONAS: readonly Persona[] = [
  {
    key: 'researcher',
    role: 'Researcher at a beamline',
    identities: [
      identity(
        'a1e50000-0000-4000-8000-000000000001',
        'mira@harbor.example',
        'Mira Okafor',
        'Harbor University',
        HARBOR,
      ),
      identity(
        'a1e50000-0000-4000-8000-000000000002',
        'mokafor@hpc.example',
        'Mira Okafor',
        'Northfield HPC Center',
        HPC,
      ),
    ],
  },
  {
    key: 'administrator',
    role: 'Endpoint administrator',
    identities: [
      identity(
        'ad300000-0000-4000-8000-000000000001',
        'jonas@hpc.example',
        'Jonas Lindqvist',
        'Northfield HPC Center',
        HPC,
      ),
      identity(
        'ad300000-0000-4000-8000-000000000002',
        'jlindqvist@lab.example',
        'Jonas Lindqvist',
        'Tidewater National Laboratory',
        LAB,
      ),
    ],
  },
  {
    key: 'support',
    role: 'Support staff',
    identities: [
      identity(
        '50990000-0000-4000-8000-000000000001',
        'amara@lab.example',
        'Amara Silva',
        'Tidewater National Laboratory',
        LAB,
      ),
      identity(
        '50990000-0000-4000-8000-000000000002',
        'amara@orcid.example',
        'Amara Silva',
        'Example ORCID',
        ORCID,
      ),
    ],
  },
  {
    key: 'newcomer',
    role: 'New user with no tunnels',
    identities: [
      identity(
        '4e300000-0000-4000-8000-000000000001',
        'noor@harbor.example',
        'Noor Haddad',
        'Harbor University',
        HARBOR,
      ),
    ],
  },
];
