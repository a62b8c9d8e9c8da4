import { createHash, randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WorldClock } from '../world/clock.ts';
import { createClock } from '../world/clock.ts';
import { PERSONAS } from '../world/identities.ts';
import { TokenStore } from '../world/tokens.ts';
import type { AuthControl } from './authControl.ts';
import { createAuthServer } from './authServer.ts';
import { PATHS } from './paths.ts';
import { TestBrowser } from './testBrowser.ts';

export const ENDPOINT_ID = 'e0d00000-0000-4000-8000-000000000001';
export const CLIENT_ID = 'c11e0000-0000-4000-8000-000000000001';
export const SERVICE_CLIENT = {
  id: '5e500000-0000-4000-8000-000000000001',
  secret: 'a secret: with colon',
  identity: {
    id: '5e500000-0000-4000-8000-000000000001',
    username: '5e500000-0000-4000-8000-000000000001@clients.auth.globus.org',
  },
};
export const REDIRECT_URI = 'http://localhost:5173/callback';
export const TRANSFER_RESOURCE_SERVER = 'transfer.api.globus.org';
export const TRANSFER_ALL = 'urn:globus:auth:scope:transfer.api.globus.org:all';
export const DEFAULT_SCOPES = `openid profile email ${TRANSFER_ALL}`;
/** Identities of world/identities.ts. */
export const MIRA_ID = 'a1e50000-0000-4000-8000-000000000001';
export const MIRA_AT_HPC_ID = 'a1e50000-0000-4000-8000-000000000002';
export const JONAS_ID = 'ad300000-0000-4000-8000-000000000001';

export interface TokenResponse {
  access_token: string;
  refresh_token?: string;
  id_token?: string;
  state?: string;
  scope: string;
  expires_in: number;
  token_type: string;
  resource_server: string;
  other_tokens: TokenResponse[];
  error?: string;
}

/** An authorize request, and the PKCE verifier that only the client knows. */
export interface AuthorizeRequest {
  url: string;
  verifier: string;
}

/** An Auth server that listens on a port, with the requests of a client. */
export class TestAuthServer {
  readonly issuer: string;
  readonly control: AuthControl;
  readonly clock: WorldClock;
  readonly tokens: TokenStore;
  readonly #server: Server;

  private constructor(
    parts: { issuer: string; control: AuthControl; clock: WorldClock; tokens: TokenStore },
    server: Server,
  ) {
    this.issuer = parts.issuer;
    this.control = parts.control;
    this.clock = parts.clock;
    this.tokens = parts.tokens;
    this.#server = server;
  }

  static async start(): Promise<TestAuthServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const clock = createClock();
    const tokens = new TokenStore(clock);
    const { handler, control } = await createAuthServer({
      clock,
      tokens,
      personas: PERSONAS,
      issuer,
      redirectUris: ['https://streams.harbor.example/app/callback'],
      client: { id: CLIENT_ID },
      service: SERVICE_CLIENT,
      endpointIds: () => [ENDPOINT_ID],
    });
    server.on('request', handler);
    return new TestAuthServer({ issuer, control, clock, tokens }, server);
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  authorizeRequest(parameters: Record<string, string> = {}): AuthorizeRequest {
    const verifier = randomBytes(32).toString('base64url');
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: CLIENT_ID,
      redirect_uri: REDIRECT_URI,
      scope: DEFAULT_SCOPES,
      state: 'the-state',
      nonce: 'the-nonce',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...parameters,
    });
    return { url: `${this.issuer}${PATHS.authorize}?${query}`, verifier };
  }

  postTokenRequest(form: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.issuer}${PATHS.token}`, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers,
    });
  }

  exchangeCode(code: string, verifier: string, redirectUri = REDIRECT_URI): Promise<Response> {
    return this.postTokenRequest({
      grant_type: 'authorization_code',
      client_id: CLIENT_ID,
      code,
      code_verifier: verifier,
      redirect_uri: redirectUri,
    });
  }

  refresh(token: string): Promise<Response> {
    return this.postTokenRequest({ grant_type: 'refresh_token', client_id: CLIENT_ID, refresh_token: token });
  }

  /** Signs in through the page and returns the token response. */
  async signIn(
    parameters: Record<string, string> = {},
    { browser = new TestBrowser(), as = MIRA_ID, mfa = false } = {},
  ): Promise<TokenResponse> {
    const { url, verifier } = this.authorizeRequest(parameters);
    const page = await browser.open(url);
    const end = page.hasForm ? await browser.submit(page, { identity: as, ...(mfa && { mfa: 'on' }) }) : page;
    const response = await this.exchangeCode(codeFromUrl(end.url), verifier);
    return (await response.json()) as TokenResponse;
  }
}

/** Returns the code in the URL that the client is redirected to. */
export function codeFromUrl(address: string): string {
  const code = new URL(address).searchParams.get('code');
  if (code === null) throw new Error(`No code in ${address}`);
  return code;
}

/** Returns all tokens of a token response by resource server, including the one at the top level. */
export function tokensByResourceServer(response: TokenResponse): Map<string, TokenResponse> {
  return new Map([response, ...response.other_tokens].map((token) => [token.resource_server, token]));
}

/** Returns the token for one resource server. Throws if there is none. */
export function tokenFor(response: TokenResponse, resourceServer: string): TokenResponse {
  const token = tokensByResourceServer(response).get(resourceServer);
  if (!token) throw new Error(`No token for ${resourceServer}`);
  return token;
}
