export const AUTH_RESOURCE_SERVER = 'auth.globus.org';
export const TRANSFER_RESOURCE_SERVER = 'transfer.api.globus.org';
const GROUPS_RESOURCE_SERVER = 'groups.api.globus.org';
const SEARCH_RESOURCE_SERVER = 'search.api.globus.org';
const TIMERS_RESOURCE_SERVER = '524230d7-ea86-4a52-8312-86065a9e0417';
const FLOWS_RESOURCE_SERVER = 'flows.globus.org';
/** The scopes of Flows have the ID of its client, not the name of its resource server. */
const FLOWS_CLIENT_ID = 'eec9b274-0c81-4334-bdc2-54e90e689b9a';

const urn = (resourceServer: string, name: string) => `urn:globus:auth:scope:${resourceServer}:${name}`;
const url = (id: string, name: string) => `https://auth.globus.org/scopes/${id}/${name}`;

export const VIEW_IDENTITIES = urn(AUTH_RESOURCE_SERVER, 'view_identities');
export const VIEW_IDENTITY_SET = urn(AUTH_RESOURCE_SERVER, 'view_identity_set');

/** A scope: its name, its resource server, and its description on the consent page. */
type FixedScope = readonly [name: string, resourceServer: string, description: string];

const auth = (name: string, description: string): FixedScope => [name, AUTH_RESOURCE_SERVER, description];
const flows = (name: string, description: string): FixedScope => [
  url(FLOWS_CLIENT_ID, name),
  FLOWS_RESOURCE_SERVER,
  description,
];

/**
 * The scopes that don't depend on the endpoints. The Globus CLI requests those of Groups, Search, Timers and Flows at
 * every sign-in, although the sandbox doesn't have these services.
 */
const FIXED_SCOPES: readonly FixedScope[] = [
  auth('openid', 'Know your Globus identity'),
  auth('profile', 'See your name, organization and linked identities'),
  auth('email', 'See your email address'),
  auth(VIEW_IDENTITIES, 'Look up other users’ identities'),
  auth(VIEW_IDENTITY_SET, 'See your linked identities'),
  auth(urn(AUTH_RESOURCE_SERVER, 'view_consents'), 'See what you have allowed apps to do'),
  auth(urn(AUTH_RESOURCE_SERVER, 'manage_projects'), 'Manage your Globus Auth projects'),
  [
    urn(TRANSFER_RESOURCE_SERVER, 'all'),
    TRANSFER_RESOURCE_SERVER,
    'Manage streams and data with Globus Transfer on your behalf',
  ],
  [
    urn(GROUPS_RESOURCE_SERVER, 'all'),
    GROUPS_RESOURCE_SERVER,
    'View and manage your groups with Globus Groups',
  ],
  [
    urn(GROUPS_RESOURCE_SERVER, 'view_my_groups_and_memberships'),
    GROUPS_RESOURCE_SERVER,
    'View your groups and memberships',
  ],
  [urn(SEARCH_RESOURCE_SERVER, 'all'), SEARCH_RESOURCE_SERVER, 'Search and manage data with Globus Search'],
  [urn(SEARCH_RESOURCE_SERVER, 'search'), SEARCH_RESOURCE_SERVER, 'Search with Globus Search'],
  [urn(SEARCH_RESOURCE_SERVER, 'ingest'), SEARCH_RESOURCE_SERVER, 'Add data to Globus Search'],
  [url(TIMERS_RESOURCE_SERVER, 'timer'), TIMERS_RESOURCE_SERVER, 'Manage your timers with Globus Timers'],
  flows('all', 'View, manage and run flows with Globus Flows'),
  flows('manage_flows', 'Manage your flows'),
  flows('view_flows', 'View your flows'),
  flows('run', 'Run flows'),
  flows('run_status', 'View the status of your runs'),
  flows('run_manage', 'Manage your runs'),
];

const BY_NAME = new Map(
  FIXED_SCOPES.map(([name, resourceServer, description]) => [name, { resourceServer, description }]),
);

/** Returns a scope that exists in every sandbox; undefined if there is none of that name. */
export function findFixedScope(name: string): { resourceServer: string; description: string } | undefined {
  return BY_NAME.get(name);
}
