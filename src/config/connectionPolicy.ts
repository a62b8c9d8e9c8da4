import type { RuntimeConfig } from './runtimeConfig.ts';

/** Returns the Content-Security-Policy that lets the page connect only to its own host and the configured services. */
export function connectionPolicy(config: RuntimeConfig): string {
  return `connect-src 'self' ${connectionSources(config).join(' ')}`;
}

/**
 * Returns the origins of the configured services. A local stand-in for Globus also runs its GCS Managers on this machine,
 * each on its own port.
 */
export function connectionSources({ authUrl, transferUrl, gcsManagerUrls }: RuntimeConfig): string[] {
  const services = [authUrl, transferUrl].map((address) => new URL(address));
  const isLocal = services.some(({ protocol }) => protocol === 'http:');
  const sources = [
    ...services.map(({ origin }) => origin),
    ...gcsManagerUrls,
    ...(isLocal ? ['http://localhost:*', 'http://*.localhost:*', 'http://127.0.0.1:*'] : []),
  ];
  return [...new Set(sources)];
}

/**
 * Applies {@link connectionPolicy} until the page is left. It adds to the server's policy, so it can only narrow it. A
 * host that sends no headers is just as safe with it.
 */
export function applyConnectionPolicy(config: RuntimeConfig): void {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = connectionPolicy(config);
  document.head.append(meta);
}
