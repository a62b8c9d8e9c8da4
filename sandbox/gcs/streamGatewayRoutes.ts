import { Hono } from 'hono';
import type { AccessPoint, Endpoint } from '../world/sites.ts';
import type { GcsDeps, GcsEnv } from './gcsEnv.ts';
import { GcsError, resultDocument } from './gcsEnv.ts';

const DEFAULT_PAGE_SIZE = 100;
const MAX_PAGE_SIZE = 1000;

/** Routes for the stream gateways of an endpoint, with their policies. */
export function streamGatewayRoutes({ world }: GcsDeps): Hono<GcsEnv> {
  const app = new Hono<GcsEnv>();
  app.get('/stream_gateways', (c) => {
    const { endpoint, caller } = c.var;
    if (!endpoint.isPublic && !world.sites.isAdministrator(caller.identityIds, endpoint.id)) {
      throw new GcsError(403, 'PermissionDenied', 'You have no role on this endpoint.');
    }
    const pageSize = Math.min(positiveInteger(c.req.query('page_size')) ?? DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE);
    const start = positiveInteger(c.req.query('marker')) ?? 0;
    const all = world.sites.accessPoints().filter(({ endpointId }) => endpointId === endpoint.id);
    const end = start + pageSize;
    const data = all.slice(start, end).map((point) => gatewayDocument(point, endpoint));
    return c.json(resultDocument(data, end < all.length ? String(end) : null));
  });
  return app;
}

function positiveInteger(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+$/.test(text) && Number(text) > 0 ? Number(text) : undefined;
}

function gatewayDocument({ gatewayId, attributes, policy }: AccessPoint, endpoint: Endpoint): object {
  return {
    DATA_TYPE: 'stream_gateway#1.0.0',
    id: gatewayId,
    display_name: attributes.display_name,
    allowed_domains: policy.allowedDomains,
    authentication_timeout_mins: policy.authenticationTimeoutMins,
    require_mfa: policy.requireMfa,
    identity_mappings: [],
    users_allow: policy.usersAllow,
    users_deny: policy.usersDeny,
    lan_name: policy.lanName,
    lan_secret_required: policy.lanSecretRequired,
    run_as_local_user: false,
    tlsftp_url: attributes.tlsftp_server,
    domain_name: endpoint.domainName,
    deleted: false,
    contact_email: attributes.contact_email,
    contact_info: attributes.contact_info,
    department: attributes.department,
    description: attributes.description,
    info_link: attributes.info_link,
    organization: attributes.organization,
    keywords: (attributes.keywords ?? '')
      .split(',')
      .map((keyword) => keyword.trim())
      .filter(Boolean),
  };
}
