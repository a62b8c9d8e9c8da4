import { Hono } from 'hono';
import type { AccessPointUpdate, EndpointUpdate } from '../world/siteDirectory.ts';
import { MAX_COUNT, optionalNumber, readJsonObject, rejectUnknownFields } from './requestBody.ts';
import type { SandboxControl } from './sandboxControl.ts';
import type { CreateEndpointsRequest, CreateGatewaysRequest } from './siteCommands.ts';

/** Routes for endpoints, gateways and access points. */
export function siteRoutes(control: SandboxControl): Hono {
  const app = new Hono();

  app.post('/endpoints', async (c) => {
    const body = await readJsonObject(c);
    rejectUnknownFields(body, [
      'count',
      'persona',
      'gateways',
      'subscriptionId',
      'gcsVersion',
      'isPublic',
    ] satisfies (keyof CreateEndpointsRequest)[]);
    optionalNumber(body, 'count', 1, MAX_COUNT);
    optionalNumber(body, 'gateways', 0, MAX_COUNT);
    const endpoints = control.sites.createEndpoints(body as CreateEndpointsRequest);
    return c.json({ ids: endpoints.map(({ id }) => id) }, 201);
  });

  app.patch('/endpoints/:id', async (c) => {
    const body = await readJsonObject(c);
    rejectUnknownFields(body, [
      'displayName',
      'subscriptionId',
      'gcsVersion',
      'isPublic',
      'roles',
      'nodes',
    ] satisfies (keyof EndpointUpdate)[]);
    return c.json(control.sites.updateEndpoint(c.req.param('id'), body as EndpointUpdate));
  });

  app.post('/endpoints/:id/gateways', async (c) => {
    const body = await readJsonObject(c);
    rejectUnknownFields(body, ['count', 'name', 'policy'] satisfies (keyof CreateGatewaysRequest)[]);
    optionalNumber(body, 'count', 1, MAX_COUNT);
    const gateways = control.sites.createGateways(c.req.param('id'), body as CreateGatewaysRequest);
    return c.json({ ids: gateways.map(({ id }) => id) }, 201);
  });

  app.patch('/access-points/:id', async (c) => {
    const body = await readJsonObject(c);
    rejectUnknownFields(body, [
      'attributes',
      'policy',
      'demands',
      'fault',
      'failure',
    ] satisfies (keyof AccessPointUpdate)[]);
    const updated = control.updateAccessPoint(c.req.param('id'), body as AccessPointUpdate);
    const { id, attributes, policy, demands, fault, failure } = updated;
    return c.json({ id, attributes, policy, demands, fault, failure });
  });
  return app;
}
