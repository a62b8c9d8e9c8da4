import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { buildFolder as dashboardBuild } from '../e2e/fixtures/appServer.ts';
import { type NginxServer, startNginx } from '../e2e/fixtures/nginxServer.ts';
import { findNginx } from '../scripts/prerequisites.mjs';
import { precompressedFiles } from '../vite-plugins/precompressedFiles.ts';

const folder = fileURLToPath(new URL('../.cache/bench/first-load/', import.meta.url));
const reference = join(folder, 'reference');

/** A server with TLS, over HTTP/1.1 or HTTP/2. */
export interface PageServer {
  url: string;
  close: NginxServer['close'];
}

/** Builds the reference page and a page without script, and creates a self-signed certificate for both. */
export async function preparePages(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const root = fileURLToPath(new URL('reference/', import.meta.url));
  await build({
    configFile: false,
    root,
    base: './',
    logLevel: 'warn',
    plugins: [react(), precompressedFiles()],
    build: {
      outDir: reference,
      emptyOutDir: true,
      rolldownOptions: {
        input: ['index.html', 'bare.html'].map((page) => join(root, page)),
        checks: { pluginTimings: false },
      },
    },
  });
  mkdirSync(join(reference, '.deploy'), { recursive: true });
  for (const headers of ['headers.conf', 'asset-headers.conf'])
    writeFileSync(join(reference, '.deploy', headers), '');
  const request = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'certificate.pem')];
  execFileSync('openssl', [...request, ...files, '-days', '2', '-subj', '/CN=localhost'], {
    stdio: 'ignore',
  });
}

/**
 * Serves the dashboard or the reference page with the nginx setup of deploy/.
 *
 * @throws Error when there is no nginx
 */
export async function startPageServer(
  site: 'dashboard' | 'reference',
  protocol: 'HTTP/1.1' | 'HTTP/2',
  config: Record<string, unknown>,
): Promise<PageServer> {
  const nginx = findNginx();
  if (!nginx) throw new Error('This bench needs nginx. Install it, or set NGINX_PATH to its path.');
  const { port, close } = await startNginx(nginx, {
    basePath: '/',
    webRoot: site === 'dashboard' ? dashboardBuild : reference,
    config: JSON.stringify(config),
    services: 'http://localhost:*',
    tls: {
      certificate: join(folder, 'certificate.pem'),
      key: join(folder, 'key.pem'),
      http2: protocol === 'HTTP/2',
    },
  });
  return { url: `https://localhost:${port}/`, close };
}
