import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import type { Provider } from 'oidc-provider';
import { apiErrorResponse } from './api/apiErrors.ts';
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
  /** For node's http server. */
  handler: (request: IncomingMessage, response: ServerResponse) => void;
  control: AuthControl;
}

/** Makes a stand-in for Globus Auth; the caller listens at `setUp.issuer` and hands it the requests. */
export async function createAuthServer(setUp: AuthServerOptions): Promise<AuthServer> {
  const state = createAuthState(setUp, await createSigningKey());
  const memory = new ProviderStore();
  const provider = createProvider(state, memory);
  const answerByProvider = provider.callback();
  const answerByUs = getRequestListener(ownEndpoints(provider, state).fetch);

  const handler = (request: IncomingMessage, response: ServerResponse): void => {
    const [path = '/'] = (request.url ?? '/').split('?', 1);
    if (handleCors(request, response, path)) return;
    const isDown = state.settings.authorizeUnavailable && path === PATHS.authorize;
    if (!isDown && isProviders(path)) void answerByProvider(request, response);
    else void answerByUs(request, response);
  };
  return { handler, control: createAuthControl(state, memory) };
}

function isProviders(path: string): boolean {
  return [PATHS.authorize, PATHS.token].some((own) => own === path) || path.startsWith(`${PATHS.authorize}/`);
}

/** Everything that is Globus' own or a page, beside what oidc-provider answers. */
function ownEndpoints(provider: Provider, state: AuthState): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.get(PATHS.discovery, (c) => c.json(discoveryDocument(state.options.issuer)));
  app.get(PATHS.jwks, async (c) => {
    const others = state.settings.extraJwkPublished ? [await createSigningKey()] : [];
    return c.json({ keys: [...others, state.signingKey].map(publicJwk) });
  });
  // Only gets here while the switch says that authorize is down.
  app.all(PATHS.authorize, (c) => c.html(unavailablePage(), 503, pageHeaders()));
  app.route('/', interactionRoutes(provider, state));
  app.route('/', accountPageRoutes(provider));
  app.route('/', identityRoutes(state));
  app.route('/', tokenRoutes(state));
  app.notFound((c) => apiErrorResponse(c, 404, 'There is nothing at this address'));
  return app;
}
