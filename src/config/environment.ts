import { isLoopbackHost } from './loopbackHost.ts';
import type { RuntimeConfig } from './runtimeConfig.ts';

/**
 * Which Globus this is, for the top bar: null for production, which needs no name, otherwise the host that
 * stands in for it, so that nobody takes a test for the real thing.
 */
export function environmentName({ transferUrl }: RuntimeConfig): string | null {
  const { host, hostname } = new URL(transferUrl);
  if (hostname === 'transfer.api.globus.org') return null;
  if (isLoopbackHost(hostname)) return 'Sandbox';
  return host;
}
