import type { RuntimeConfig } from './runtimeConfig.ts';

/**
 * The Content-Security-Policy that leaves the page only itself and the configured services to talk to. A stand-in
 * for Globus on one's own machine has its GCS Managers there too, on ports of their own.
 */
export function connectionPolicy({ authUrl, transferUrl, gcsManagerUrls }: RuntimeConfig): string {
  const services = [authUrl, transferUrl].map((address) => new URL(address));
  const isStandIn = services.some(({ protocol }) => protocol === 'http:');
  const sources = [
    "'self'",
    ...services.map(({ origin }) => origin),
    ...gcsManagerUrls,
    ...(isStandIn ? ['http://localhost:*', 'http://*.localhost:*', 'http://127.0.0.1:*'] : []),
  ];
  return `connect-src ${[...new Set(sources)].join(' ')}`;
}

/**
 * Puts {@link connectionPolicy} in force, from now to the end of the page. On top of the server's policy, so it
 * can only narrow; a host that sends no headers is as safe by this.
 */
export function applyConnectionPolicy(config: RuntimeConfig): void {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = connectionPolicy(config);
  document.head.append(meta);
}
