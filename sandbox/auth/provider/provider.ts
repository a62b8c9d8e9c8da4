import { randomBytes } from 'node:crypto';
import type { Adapter, Client, Configuration, KoaContextWithOIDC } from 'oidc-provider';
import { Provider } from 'oidc-provider/lib/provider.js';
import { pageHeaders } from '../pages/pageHeaders.ts';
import { errorPage } from '../pages/pages.ts';
import { PATHS } from '../paths.ts';
import { promptPolicy, REQUESTED_SCOPE_PARAMETER } from '../policy/promptPolicy.ts';
import { isRegisteredRedirectUri } from '../policy/redirectUris.ts';
import { STEP_UP_PARAMETERS } from '../policy/stepUp.ts';
import { ACCESS_TOKEN_LIFETIME_SECONDS } from '../state/authSettings.ts';
import type { AuthState } from '../state/authState.ts';
import { grantTypesOf } from '../state/clientRegistry.ts';
import { CLAIMS_BY_SCOPE, personClaims } from '../state/identityDirectory.ts';
import { ID_TOKEN_ALGORITHM } from '../state/signingKey.ts';
import { handleAuthorizeRequests } from './authorizeRequests.ts';
import { handleCodeExchanges } from './codeExchange.ts';
import { parseKnownScopes, registerGrantTypes } from './grantTypes.ts';
import type { ProviderStore } from './memoryAdapter.ts';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Creates the certified OpenID provider that does the standard part: authorize, PKCE, codes, sessions, id_tokens. */
export function createProvider(state: AuthState, memory: ProviderStore): Provider {
  const provider = new Provider(state.options.issuer, configuration(state, memory));
  // oidc-provider documents this override for custom redirect URI rules. The class belongs to this provider alone.
  provider.Client.prototype.redirectUriAllowed = function (this: Client, address: string) {
    return isRegisteredRedirectUri(state, this.clientId, address);
  };
  registerGrantTypes(provider, state);
  handleAuthorizeRequests(provider, state);
  handleCodeExchanges(provider, state);
  return provider;
}

function configuration(state: AuthState, memory: ProviderStore): Configuration {
  const { options, directory, signingKey } = state;
  return {
    adapter: (model: string) => (model === 'Client' ? clientAdapter(state, memory) : memory.adapter(model)),
    jwks: { keys: [signingKey.jwk] },
    cookies: cookies(options.issuer),
    routes: { authorization: PATHS.authorize, token: PATHS.token, jwks: PATHS.jwks },
    scopes: ['openid', 'profile', 'email'],
    claims: CLAIMS_BY_SCOPE,
    enabledJWA: { idTokenSigningAlgValues: [ID_TOKEN_ALGORITHM] },
    responseTypes: ['code'],
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
      clientCredentials: { enabled: true },
    },
    // grantTypes.ts issues refresh tokens itself. This option only enables the grant type.
    issueRefreshToken: () => false,
    extraParams: {
      ...Object.fromEntries(STEP_UP_PARAMETERS.map((name) => [name, null])),
      [REQUESTED_SCOPE_PARAMETER]: (_ctx, value) => {
        parseKnownScopes(state, value);
      },
    },
    interactions: {
      url: (_ctx, interaction) => `${PATHS.signIn}/${interaction.uid}`,
      policy: promptPolicy(state),
    },
    findAccount: (_ctx, accountId, source) => {
      const person = directory.personOf(accountId);
      if (!person) return undefined;
      const sessionUid = source && 'sessionUid' in source ? source.sessionUid : undefined;
      return {
        accountId,
        claims: () => ({ ...personClaims(person, state.sessions.authenticationsOf(sessionUid)) }),
      };
    },
    loadExistingGrant: (ctx) => createGrant(ctx),
    clientBasedCORS: () => true,
    renderError: async (ctx, out) => {
      ctx.set(pageHeaders());
      ctx.type = 'html';
      ctx.body = String(await errorPage(out.error_description ?? out.error));
    },
    ttl: {
      AccessToken: ACCESS_TOKEN_LIFETIME_SECONDS,
      IdToken: ACCESS_TOKEN_LIFETIME_SECONDS,
      AuthorizationCode: 600,
      Interaction: 3600,
      Grant: 3600,
      Session: YEAR_SECONDS,
    },
  };
}

/** Returns cookie names with the port, because browsers share cookies between all ports of localhost. */
function cookies(issuer: string): NonNullable<Configuration['cookies']> {
  const prefix = `sandbox-auth-${new URL(issuer).port || 'default'}`;
  return {
    names: {
      session: `${prefix}-session`,
      interaction: `${prefix}-interaction`,
      resume: `${prefix}-resume`,
    },
    keys: [randomBytes(32).toString('base64url')],
    long: { signed: true, httpOnly: true, sameSite: 'lax' },
    short: { signed: true, httpOnly: true, sameSite: 'lax' },
  };
}

/** Lets oidc-provider find the registered clients, which come and go while it runs. */
function clientAdapter({ clients, options }: AuthState, memory: ProviderStore): Adapter {
  return {
    ...memory.adapter('Client'),
    find: async (id) => {
      const client = clients.find(id);
      if (!client) return undefined;
      const grantTypes = grantTypesOf(client);
      const hasCodeFlow = grantTypes.includes('authorization_code');
      return {
        client_id: client.id,
        client_name: client.name,
        ...(client.secret !== undefined && { client_secret: client.secret }),
        token_endpoint_auth_method: client.secret === undefined ? 'none' : 'client_secret_basic',
        grant_types: grantTypes,
        response_types: hasCodeFlow ? ['code'] : [],
        response_modes: ['query'],
        // Only to be valid metadata. Which ones are allowed is decided by redirectUriAllowed.
        redirect_uris: hasCodeFlow ? [`${options.issuer}${PATHS.authCode}`] : [],
        id_token_signed_response_alg: ID_TOKEN_ALGORITHM,
      };
    },
  };
}

/** Returns a new grant for this request. The prompt policy checks consents, so grants don't need to be kept. */
async function createGrant({ oidc }: KoaContextWithOIDC) {
  const accountId = oidc.session?.accountId;
  if (accountId === undefined || !oidc.client) return undefined;
  const grant = new oidc.provider.Grant({ accountId, clientId: oidc.client.clientId });
  grant.addOIDCScope([...oidc.requestParamOIDCScopes]);
  await grant.save();
  return grant;
}
