import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { TransferError } from './errors.ts';
import { parseUuid } from './fieldChecks.ts';
import { methodNotAllowed } from './methodNotAllowed.ts';
import type { TransferDeps, TransferEnv } from './transferEnv.ts';

const ONE = '/v0.10/endpoint/:endpoint_id';
const SUBMISSION_ID = '/v0.10/submission_id';

/** Returns the routes of Transfer v0.10: one describes an endpoint, the other gives an ID for something to be created. */
export function endpointRoutes({ world, gcsOrigin }: TransferDeps): Hono<TransferEnv> {
  const app = new Hono<TransferEnv>();
  app.get(ONE, (c) => {
    const requestedId = c.req.param('endpoint_id');
    const endpoint = world.sites.endpoint(parseUuid(requestedId) ?? requestedId);
    if (!endpoint) {
      const detail = `No such endpoint '${requestedId}'`;
      throw new TransferError({ status: 404, code: 'EndpointNotFound', detail });
    }
    const roles = world.sites.rolesOf(c.var.caller.identityIds, endpoint.id);
    return c.json({
      DATA_TYPE: 'endpoint',
      id: endpoint.id,
      canonical_name: `${endpoint.ownerIdentityId}#${endpoint.id}`,
      display_name: endpoint.displayName,
      entity_type: 'GCSv5_endpoint',
      organization: endpoint.organization,
      department: endpoint.department,
      description: null,
      keywords: null,
      contact_email: null,
      contact_info: null,
      info_link: null,
      owner_id: endpoint.ownerIdentityId,
      owner_string: endpoint.ownerString,
      // The owner counts as an administrator.
      my_effective_roles: [...new Set(roles.map((role) => (role === 'owner' ? 'administrator' : role)))],
      gcs_version: endpoint.gcsVersion,
      gcs_manager_url: `${gcsOrigin}/${endpoint.id}`,
      tlsftp_server: null,
      subscription_id: endpoint.subscriptionId,
      public: endpoint.isPublic,
      is_globus_connect: false,
      non_functional: true,
      host_endpoint_id: null,
      mapped_collection_id: null,
    });
  });
  app.all(ONE, methodNotAllowed('GET', 'HEAD'));
  // Scripts can request an ID before they create something, so that a repeated request creates it only once.
  app.get(SUBMISSION_ID, (c) => c.json({ DATA_TYPE: 'submission_id', value: randomUUID() }));
  app.all(SUBMISSION_ID, methodNotAllowed('GET', 'HEAD'));
  return app;
}
