import { isIP } from 'node:net';

/**
 * Returns whether a server may answer a request with this Host header. A web page of any site can point its own host
 * name at this machine (DNS rebinding) and would then count as the same origin. So only names that no site controls are
 * answered: localhost and names below it, IP addresses, the name of the option --host, and the names
 * of GCS Managers, which are below domains of Globus.
 */
export function isAllowedHost(hostHeader: string | undefined, listenHost: string): boolean {
  if (hostHeader === undefined || !URL.canParse(`http://${hostHeader}`)) return false;
  const { hostname } = new URL(`http://${hostHeader}`);
  if (hostname === 'localhost' || /\.(localhost|data\.globus\.org|gaccess\.io)$/.test(hostname)) return true;
  return hostname === listenHost.toLowerCase() || isIP(hostname.replace(/^\[|\]$/g, '')) !== 0;
}
