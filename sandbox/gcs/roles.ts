import type { EndpointRoleName } from '../world/sites.ts';

/** Whoever has one of these roles may write to an endpoint. */
export const WRITING_ROLES: readonly EndpointRoleName[] = ['owner', 'administrator'];

/** Whoever has one of these roles may read an endpoint that isn't public. */
export const ANY_ROLE: readonly EndpointRoleName[] = [
  ...WRITING_ROLES,
  'access_manager',
  'activity_manager',
  'activity_monitor',
];
