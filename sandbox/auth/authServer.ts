import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import type { Provider } from 'oidc-provider';
import { apiErrorResponse } from './api/apiErrors.ts';
import { clientRoutes } from './api/clientRoutes.ts';
import { identityRoutes } from './api/identityRoutes.ts';
import { tokenRoutes } from './api/tokenRoutes.ts';
import type { AuthControl } from './authControl.ts';
import { createAuthControl } from './authControl.ts';
import { handleCors } from './cors.ts';
import { accountPageRoutes } from './pages/accountPageRoutes.ts';
import { interactionRoutes } from './pages/interactionRoutes.ts';
import { pageHeaders } from './pages/pageHeaders.ts';
import { unavailablePage } from './pages/pages.ts';
import { PATHS } from './paths.ts';
import { discoveryDocument } from './provider/discovery.ts';
import { ProviderStore } from './provider/memoryAdapter.ts';
import { createProvider } from './provider/provider.ts';
import type { AuthServerOptions, AuthState } from './state/authState.ts';
import { createAuthState } from './state/authState.ts';
import { createSigningKey, publicJwk } from './state/signingKey.ts';

export interface AuthServer {
  /** The listener for an HTTP server of Node.js. */
  handler: (request: IncomingMessage, response: ServerResponse) => void;
  control: AuthControl;
}

/** Creates a stand-in for Globus Auth. The caller listens at `options.issuer` and passes requests to the handler. */
export async function createAuthServer(options: AuthServerOptions): Promise<AuthServer> {
  const state = createAuthState(options, await createSigningKey());
  const memory = new ProviderStore();
  const provider = createProvider(state, memory);
  const providerListener = provider.callback();
  const ownListener = getRequestListener(ownRoutes(provider, state).fetch);

  const handler = (request: IncomingMessage, response: ServerResponse): void => {
    const [path = '/'] = (request.url ?? '/').split('?', 1);
    if (handleCors(request, response, path)) return;
    const isUnavailable = state.settings.authorizeUnavailable && path === PATHS.authorize;
    if (!isUnavailable && isProviderPath(path)) void providerListener(request, response);
    else void ownListener(request, response);
  };
  return { handler, control: createAuthControl(state, memory) };
}

function isProviderPath(path: string): boolean {
  return [PATHS.authorize, PATHS.token].some((own) => own === path) || path.startsWith(`${PATHS.authorize}/`);
}

/** Returns the routes that oidc-provider doesn't have: the pages and the endpoints specific to Globus. */
function ownRoutes(provider: Provider, state: AuthState): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.get(PATHS.discovery, (c) => c.json(discoveryDocument(state.options.issuer)));
  app.get(PATHS.jwks, async (c) => {
    const otherKeys = state.settings.extraJwkPublished ? [await createSigningKey()] : [];
    return c.json({ keys: [...otherKeys, state.signingKey].map(publicJwk) });
  });
  // Requests get here only while the authorize endpoint is set to be unavailable.
  app.all(PATHS.authorize, (c) => c.html(unavailablePage(), 503, pageHeaders()));
  app.route('/', interactionRoutes(provider, state));
  app.route('/', accountPageRoutes(provider));
  app.route('/', identityRoutes(state));
  app.route('/', tokenRoutes(state));
  app.route('/', clientRoutes(state));
  app.notFound((c) => apiErrorResponse(c, 404, 'There is no such resource'));
  return app;
}
