/** One login at one identity provider, as Globus Auth knows it. */
export interface Identity {
  /** UUID; the `sub` of the id_token when it is the primary one. */
  id: string;
  /** `name@domain`: the domain is what a gateway's `allowed_domains` look at. */
  username: string;
  name: string;
  email: string;
  organization: string;
  identityProvider: string;
  identityProviderName: string;
}

/** A person: linked identities of which the first is the primary one. */
export interface Persona {
  key: 'researcher' | 'administrator' | 'support' | 'newcomer';
  /** What the sign-in page calls the role. */
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

/** Invented people under .example domains. The ids are fixed so that links and tests stay readable. */
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
    role: 'Administrator of endpoints',
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
    role: 'Somebody who has no tunnel yet',
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
