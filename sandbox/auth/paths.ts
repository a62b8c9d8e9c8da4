/** Where Globus Auth keeps its endpoints and pages. */
export const PATHS = {
  authorize: '/v2/oauth2/authorize',
  token: '/v2/oauth2/token',
  revoke: '/v2/oauth2/token/revoke',
  introspect: '/v2/oauth2/token/introspect',
  validate: '/v2/oauth2/token/validate',
  userinfo: '/v2/oauth2/userinfo',
  jwks: '/jwk.json',
  discovery: '/.well-known/openid-configuration',
  identities: '/v2/api/identities',
  logout: '/v2/web/logout',
  /** Shows the code to clients that have no address of their own, such as scripts in a terminal. */
  authCode: '/v2/web/auth-code',
  /** Not Globus': where this stand-in asks who to be. */
  signIn: '/v2/web/sign-in',
  stylesheet: '/v2/web/sandbox.css',
} as const;

const LOOPBACK_HOSTS = ['localhost', '127.0.0.1'];
const LOOPBACK_PATHS = ['/callback', '/streams/callback'];

/**
 * Whether this is the dashboard's callback on the person's own machine. Any port will do (RFC 8252, 7.3), since a
 * development server takes the one that is free; all else must be exact.
 */
export function isLoopbackRedirectUri(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'http:' || !LOOPBACK_HOSTS.includes(url.hostname)) return false;
  return LOOPBACK_PATHS.some((path) => address === `${url.origin}${path}`);
}
