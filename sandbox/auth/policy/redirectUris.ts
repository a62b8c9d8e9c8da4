import { PATHS } from '../paths.ts';
import type { AuthState } from '../state/authState.ts';

const LOOPBACK_HOSTS = ['localhost', '127.0.0.1'];
/** The callbacks of a dashboard on the same machine. */
const DASHBOARD_PATHS = ['/callback', '/streams/callback'];

/** Returns whether a client has registered this redirect URI. */
export function isRegisteredRedirectUri(state: AuthState, clientId: string, address: string): boolean {
  const { issuer, redirectUris } = state.options;
  if (address === `${issuer}${PATHS.authCode}`) return true;
  switch (state.clients.find(clientId)?.type) {
    case 'public_webapp_client':
      return redirectUris.includes(address) || isLoopback(address, DASHBOARD_PATHS);
    case 'public_installed_client':
    case 'confidential_client':
      return isLoopback(address);
    default:
      return false;
  }
}

/**
 * Returns whether the address is on this machine. Any port is allowed (RFC 8252, section 7.3), because development
 * servers and installed apps take a free one. Everything else must match exactly.
 *
 * @param paths the allowed paths; by default every path, and none at all, as in `http://localhost:8000`
 */
function isLoopback(address: string, paths?: readonly string[]): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'http:' || !LOOPBACK_HOSTS.includes(url.hostname)) return false;
  const allowed = paths ?? ['', url.pathname];
  return allowed.some((path) => address === `${url.origin}${path}`);
}
