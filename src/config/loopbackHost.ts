/**
 * Checks whether a host name always means this machine, so that plain http to it is safe. IPv6 addresses don't count,
 * because a Content-Security-Policy can't name one.
 */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '127.0.0.1';
}
