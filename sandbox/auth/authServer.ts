import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import type { Provider } from 'oidc-provider';
import { accountPages } from './accountPages.ts';
import { apiError } from './apiErrors.ts';
import type { AuthServerSetUp, AuthState } from './authState.ts';
import { createAuthState } from './authState.ts';
import type { AuthControl } from './control.ts';
import { createControl } from './control.ts';
import { answerCors } from './cors.ts';
import { discoveryDocument } from './discovery.ts';
import { identitiesApi } from './identitiesApi.ts';
import { interactionRoutes } from './interactions.ts';
import { ProviderMemory } from './memoryAdapter.ts';
import { pageHeaders } from './pageHeaders.ts';
import { unavailablePage } from './pages.ts';
import { PATHS } from './paths.ts';
import { createProvider } from './provider.ts';
import { createSigningKey, publicJwk } from './signingKey.ts';
import { tokenApi } from './tokenApi.ts';

export type { AuthServerSetUp } from './authState.ts';
export type { AuthControl, TokenFilter } from './control.ts';
export type { NextSignIn } from './switches.ts';

export interface AuthServer {
  /** For node's http server. */
  handler: (request: IncomingMessage, response: ServerResponse) => void;
  control: AuthControl;
}

/** Makes a stand-in for Globus Auth; the caller listens at `setUp.issuer` and hands it the requests. */
export async function createAuthServer(setUp: AuthServerSetUp): Promise<AuthServer> {
  const state = createAuthState(setUp, await createSigningKey());
  const memory = new ProviderMemory();
  const provider = createProvider(state, memory);
  const answerByProvider = provider.callback();
  const answerByUs = getRequestListener(ownEndpoints(provider, state).fetch);

  const handler = (request: IncomingMessage, response: ServerResponse): void => {
    const [path = '/'] = (request.url ?? '/').split('?', 1);
    if (answerCors(request, response, path)) return;
    const isDown = state.switches.authorizeIsDown && path === PATHS.authorize;
    if (!isDown && isProviders(path)) void answerByProvider(request, response);
    else void answerByUs(request, response);
  };
  return { handler, control: createControl(state, memory) };
}

function isProviders(path: string): boolean {
  return [PATHS.authorize, PATHS.token].some((own) => own === path) || path.startsWith(`${PATHS.authorize}/`);
}

/** Everything that is Globus' own or a page, beside what oidc-provider answers. */
function ownEndpoints(provider: Provider, state: AuthState): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.get(PATHS.discovery, (c) => c.json(discoveryDocument(state.setUp.issuer)));
  app.get(PATHS.keys, async (c) => {
    const others = state.switches.listsAnotherKey ? [await createSigningKey()] : [];
    return c.json({ keys: [...others, state.signingKey].map(publicJwk) });
  });
  // Only gets here while the switch says that authorize is down.
  app.all(PATHS.authorize, (c) => c.html(unavailablePage(), 503, pageHeaders()));
  app.route('/', interactionRoutes(provider, state));
  app.route('/', accountPages(provider));
  app.route('/', identitiesApi(state));
  app.route('/', tokenApi(state));
  app.notFound((c) => apiError(c, 404, 'There is nothing at this address'));
  return app;
}
