import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { PATHS } from '../paths.ts';
import type { AuthState } from '../state/authState.ts';
import type { RegisteredClient } from '../state/clientRegistry.ts';
import { grantTypesOf } from '../state/clientRegistry.ts';
import { apiErrorResponse } from './apiErrors.ts';
import { callingClient, textField } from './clientCredentials.ts';

/**
 * Returns the routes of the clients API that installed apps use without a sign-in. An app registers a confidential client
 * for the machine it runs on, and that client can delete itself.
 */
export function clientRoutes(state: AuthState): Hono {
  const app = new Hono();

  app.post(PATHS.clients, async (c) => {
    const body: unknown = await c.req.json().catch(() => undefined);
    const { client: requested = {} } = (body ?? {}) as { client?: Record<string, unknown> };
    const [templateId, name] = [textField(requested?.template_id), textField(requested?.name)];
    if (templateId === '' || name === '') return apiErrorResponse(c, 400, 'Give a template_id and a name');
    const client = state.clients.createInstance(templateId, name);
    if (!client) return apiErrorResponse(c, 404, 'No such template');
    const credential = { id: randomUUID(), name: 'Auto-created at client creation', client: client.id };
    const included = { client_credential: { ...credential, secret: client.secret } };
    return c.json({ client: clientDocument(client), included }, 201);
  });

  app.delete(`${PATHS.clients}/:id`, (c) => {
    const client = callingClient(c, {}, state);
    if (!client || client === 'none') return apiErrorResponse(c, 401, 'Call must be authenticated');
    if (client.id !== c.req.param('id') || client.parentId === undefined) {
      return apiErrorResponse(c, 403, 'A client can delete only itself');
    }
    state.clients.delete(client.id);
    state.consents.deleteClient(client.id);
    state.refreshTokens.invalidate(({ clientId }) => clientId === client.id);
    state.options.tokens.revoke(({ clientId }) => clientId === client.id);
    return c.json({ client: clientDocument(client) });
  });
  return app;
}

/** Returns a client in the format of the clients API. */
function clientDocument(client: RegisteredClient) {
  return {
    id: client.id,
    name: client.name,
    client_type: client.type,
    public_client: client.secret === undefined,
    parent_client: client.parentId ?? null,
    grant_types: grantTypesOf(client),
    redirect_uris: [],
    scopes: [],
    fqdns: [],
    project: null,
    visibility: 'private',
    links: { privacy_policy: null, terms_and_conditions: null },
    required_idp: null,
    preselect_idp: null,
    prompt_for_named_grant: false,
    userinfo_from_effective_identity: true,
  };
}
