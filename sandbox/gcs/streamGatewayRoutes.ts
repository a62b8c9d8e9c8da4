import type { Context } from 'hono';
import { Hono } from 'hono';
import type { AccessPoint } from '../world/sites.ts';
import { OPEN_POLICY } from '../world/sites.ts';
import { gatewayDataTypes, gatewayDocument } from './gatewayDocument.ts';
import { readGatewayFields } from './gatewayFields.ts';
import type { GcsDeps, GcsEnv } from './gcsEnv.ts';
import { limitExceeded, missingRole, notFound, subscriptionRequired } from './gcsErrors.ts';
import { readDocument } from './inputDocument.ts';
import { sendPage, sendResult } from './results.ts';
import { ANY_ROLE, WRITING_ROLES } from './roles.ts';

const MAX_GATEWAYS = 1000;
const EMPTY_ATTRIBUTES = {
  contact_email: null,
  contact_info: null,
  department: null,
  description: null,
  info_link: null,
  keywords: null,
  organization: null,
};

/** Routes for the stream gateways of an endpoint. A gateway is one with its access point; both have its ID. */
export function streamGatewayRoutes({ world }: GcsDeps): Hono<GcsEnv> {
  const app = new Hono<GcsEnv>();
  const assertReader = ({ var: { endpoint, caller } }: Context<GcsEnv>) => {
    const hasRole = world.sites.rolesOf(caller.identityIds, endpoint.id).length > 0;
    if (!endpoint.isPublic && !hasRole) throw missingRole(ANY_ROLE);
  };
  const assertWriter = ({ var: { endpoint, caller } }: Context<GcsEnv>) => {
    if (!world.sites.isAdministrator(caller.identityIds, endpoint.id)) throw missingRole(WRITING_ROLES);
  };
  const findGateway = (c: Context<GcsEnv>): AccessPoint => {
    const gateway = world.sites.accessPoint(c.req.param('id') ?? '');
    if (gateway?.endpointId !== c.var.endpoint.id) throw notFound('stream gateway');
    return gateway;
  };

  app.get('/stream_gateways', (c) => {
    assertReader(c);
    const { endpoint } = c.var;
    return sendPage(c, world.sites.accessPointsOf(endpoint.id), (point) => gatewayDocument(point, endpoint));
  });

  app.get('/stream_gateways/:id', (c) => {
    assertReader(c);
    return sendResult(c, [gatewayDocument(findGateway(c), c.var.endpoint)]);
  });

  app.post('/stream_gateways', async (c) => {
    assertWriter(c);
    const { endpoint } = c.var;
    if (endpoint.subscriptionId === null) throw subscriptionRequired();
    const document = await readDocument(c, gatewayDataTypes(endpoint));
    const { attributes, policy } = readGatewayFields(document, endpoint);
    if (world.sites.accessPointsOf(endpoint.id).length >= MAX_GATEWAYS) throw limitExceeded('gateways');
    const created = world.sites.createGateways(endpoint, [
      {
        attributes: { display_name: '', ...EMPTY_ATTRIBUTES, ...attributes },
        policy: { ...OPEN_POLICY, ...policy },
      },
    ]);
    return sendResult(
      c,
      created.map((point) => gatewayDocument(point, endpoint)),
      { status: 201 },
    );
  });

  app.patch('/stream_gateways/:id', async (c) => {
    assertWriter(c);
    const { endpoint } = c.var;
    const gateway = findGateway(c);
    const document = await readDocument(c, gatewayDataTypes(endpoint));
    world.sites.updateAccessPoint(gateway.id, readGatewayFields(document, endpoint, gateway));
    return sendResult(c, [gatewayDocument(findGateway(c), endpoint)]);
  });

  app.delete('/stream_gateways/:id', (c) => {
    assertWriter(c);
    world.deleteGateway(findGateway(c).id);
    return sendResult(c, []);
  });
  return app;
}
