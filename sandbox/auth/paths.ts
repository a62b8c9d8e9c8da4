/** The paths of the endpoints and pages of Globus Auth. */
export const PATHS = {
  authorize: '/v2/oauth2/authorize',
  token: '/v2/oauth2/token',
  revoke: '/v2/oauth2/token/revoke',
  introspect: '/v2/oauth2/token/introspect',
  validate: '/v2/oauth2/token/validate',
  userinfo: '/v2/oauth2/userinfo',
  jwks: '/jwk.json',
  discovery: '/.well-known/openid-configuration',
  clients: '/v2/api/clients',
  identities: '/v2/api/identities',
  logout: '/v2/web/logout',
  /** Shows the code of clients that have no redirect URI of their own, such as scripts in a terminal. */
  authCode: '/v2/web/auth-code',
  /** Only in the sandbox: the page to choose a test user on. */
  signIn: '/v2/web/sign-in',
  stylesheet: '/v2/web/sandbox.css',
} as const;
