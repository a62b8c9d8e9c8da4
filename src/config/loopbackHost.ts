/**
 * Whether a name is always this very machine's, so that plain http to it is safe: somebody's stand-in for Globus. No
 * IPv6 address: a Content-Security-Policy cannot name one.
 */
export function isLoopbackHost(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '127.0.0.1';
}
