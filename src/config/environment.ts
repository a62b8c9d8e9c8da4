import { isLoopbackHost } from './loopbackHost.ts';
import type { RuntimeConfig } from './runtimeConfig.ts';

/**
 * Returns a label for the top bar that says which Globus this is, so that no one mistakes a test system for production.
 * Null for production, which needs no label.
 */
export function environmentName({ transferUrl }: RuntimeConfig): string | null {
  const { host, hostname } = new URL(transferUrl);
  if (hostname === 'transfer.api.globus.org') return null;
  if (isLoopbackHost(hostname)) return 'Sandbox';
  return host;
}
