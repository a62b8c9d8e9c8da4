import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as plainTest } from '@playwright/test';
import { findNginx } from '../scripts/prerequisites.mjs';
import { buildFolder, startAppServer } from './fixtures/appServer.ts';
import { startNginx } from './fixtures/nginxServer.ts';
import { openAs } from './fixtures/people.ts';
import { expect, sandboxConfig, test } from './fixtures/sandboxTest.ts';
import { startStaticHost } from './fixtures/staticHost.ts';

const NEEDS_NGINX =
  'deploy/nginx is tested with a real nginx: install one (Debian: apt-get install nginx-light ' +
  'libnginx-mod-http-brotli-static), or name it in NGINX_PATH.';

for (const basePath of ['/', '/streams/']) {
  plainTest(`nginx as deploy/nginx sets it up, at ${basePath}`, async ({ request }) => {
    expect(findNginx(), NEEDS_NGINX).toBeDefined();
    const app = await startAppServer({ clientId: 'any' }, { basePath });
    const get = (path: string, encoding = 'identity') =>
      request.get(`${app.url}${path}`, { headers: { 'Accept-Encoding': encoding } });

    const page = await get('');
    const html = await page.text();
    for (const address of ['index.html', 'tunnels', 'tunnels/7f2a/events', 'no/such/page']) {
      const response = await get(address);
      expect(await response.text(), `${address} serves the app`).toBe(html);
      expect(response.headers()['cache-control']).toBe('no-cache');
    }

    const script = /assets\/index-[^"]+\.js/.exec(html)?.[0] ?? '';
    const plain = await get(script);
    expect(plain.headers()['cache-control']).toBe('public, max-age=31536000, immutable');
    const bytes = (encoding: string) =>
      get(script, encoding).then((response) => Number(response.headers()['content-length']));
    expect((await get(script, 'gzip')).headers()['content-encoding']).toBe('gzip');
    expect(await bytes('gzip')).toBeLessThan((await plain.body()).length / 2);
    expect((await get(script, 'br, gzip')).headers()['content-encoding']).toMatch(/^(br|gzip)$/);
    expect((await get('assets/gone-12345678.js')).status()).toBe(404);

    const config = await get('config.json', 'br, gzip');
    expect(await config.json()).toEqual({ clientId: 'any' });
    expect(config.headers()['cache-control']).toBe('no-cache');
    for (const hidden of ['.deploy/headers.conf', '.vite/manifest.json']) {
      const response = await get(hidden);
      expect(response.status(), hidden).toBe(404);
      expect(response.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(response.headers()['x-content-type-options']).toBe('nosniff');
    }

    // The list's worker calls Globus, so it needs the policy too.
    const appCode = await (await get(/assets\/app-[^" ]+\.js/.exec(html)?.[0] ?? '')).text();
    const worker = await get(/workers\/[\w-]+\.js/.exec(appCode)?.[0] ?? '');
    expect(worker.headers()['content-type']).toMatch(/javascript/);
    expect(worker.headers()['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await get('workers/gone-12345678.js')).status()).toBe(404);

    for (const response of [page, config, worker]) {
      const policy = response.headers()['content-security-policy'] ?? '';
      expect(policy).toMatch(/script-src 'self' 'sha256-[^' ]+';/);
      expect(policy).not.toContain('unsafe');
      expect(policy).toContain("frame-ancestors 'none'");
      expect(response.headers()).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
      });
    }
    expect(plain.headers()).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    });
    await app.close();
  });
}

plainTest('nginx sends HSTS with every response, if the host asks for it', async ({ request }) => {
  const hsts = 'max-age=31536000; includeSubDomains';
  const nginx = findNginx() ?? '';
  expect(nginx, NEEDS_NGINX).not.toBe('');
  const settings = { basePath: '/', webRoot: buildFolder, config: '{"clientId":"any"}', services: "'self'" };
  for (const [set, sent] of [
    [{ hsts }, hsts],
    [{}, undefined],
  ] as const) {
    const server = await startNginx(nginx, { ...settings, ...set });
    for (const path of [
      '',
      'config.json',
      'icon.svg',
      'assets/gone.js',
      'workers/gone.js',
      '.git',
      '.well-known/gone',
    ]) {
      const response = await request.get(`http://localhost:${server.port}/${path}`);
      expect(response.headers()['strict-transport-security'], path).toBe(sent);
    }
    await server.close();
  }
});

plainTest('nginx serves /.well-known/ and no other dot files', async ({ request }) => {
  const webRoot = await mkdtemp(join(tmpdir(), 'globus-streams-root-'));
  await cp(join(buildFolder, '.deploy'), join(webRoot, '.deploy'), { recursive: true });
  await mkdir(join(webRoot, '.well-known/acme-challenge'), { recursive: true });
  await writeFile(join(webRoot, '.well-known/acme-challenge/x'), 'for the authority');
  await writeFile(join(webRoot, '.env'), 'for the developer');
  expect(findNginx(), NEEDS_NGINX).toBeDefined();
  const app = await startAppServer({ clientId: 'any' }, { basePath: '/streams/', webRoot });
  const get = (path: string) => request.get(new URL(path, app.url).href);
  const challenge = await get('/.well-known/acme-challenge/x');
  expect(await challenge.text()).toBe('for the authority');
  expect(challenge.headers()['x-content-type-options']).toBe('nosniff');
  for (const path of ['/.well-known/gone', '/.env', '/streams/.env', '/streams/.deploy/headers.conf'])
    expect((await get(path)).status(), path).toBe(404);
  await app.close();
  await rm(webRoot, { recursive: true });
});

plainTest('a server without config.json responds with 404, not with a page', async ({ request }) => {
  const app = await startAppServer(null);
  expect((await request.get(`${app.url}config.json`)).status()).toBe(404);
  await app.close();
});

for (const [host, errorDocument] of [
  ['GitHub Pages', '404.html'],
  ['a bucket', 'index.html'],
] as const) {
  test(`a host that only serves files, like ${host}`, async ({ page, sandbox }) => {
    const app = await startStaticHost(sandboxConfig(sandbox), errorDocument);
    await test.step('a sign-in returns through the error document', async () => {
      await openAs(page, app.url);
      await expect(page.getByRole('table', { name: 'Tunnels' })).toBeVisible();
    });
    await test.step('a deep address opens its page, from outside and reloaded', async () => {
      const response = await page.goto(`${app.url}access-points?q=northfield`);
      expect(response?.status()).toBe(404);
      await page.getByRole('link', { name: 'Northfield Compute Stream', exact: true }).click();
      await page.reload();
      await expect(page.getByRole('heading', { level: 1, name: 'Northfield Compute Stream' })).toBeVisible();
    });
    await app.close();
  });
}

test('in a frame of another page, a host without headers shows only a link', async ({ page, sandbox }) => {
  const app = await startStaticHost(sandboxConfig(sandbox), '404.html');
  await openAs(page, app.url);
  await expect(page.getByRole('table', { name: 'Tunnels' })).toBeVisible();
  // The frame is in the same tab and on the same site, so it could read the session.
  const other = createServer((_request, response) =>
    response
      .setHeader('Content-Type', 'text/html')
      .end(`<!doctype html><iframe src="${app.url}tunnels?q=harbor" width="900" height="700"></iframe>`),
  ).listen(0, 'localhost');
  await once(other, 'listening');
  sandbox.commands.clearRequests();
  await page.goto(`http://localhost:${(other.address() as AddressInfo).port}/`);
  const frame = page.frameLocator('iframe');
  const link = frame.getByRole('link', { name: 'Open in its own tab' });
  await expect(link).toHaveAttribute('href', `${app.url}tunnels?q=harbor`);
  await expect(frame.getByRole('button')).toHaveCount(0);
  await expect(frame.getByRole('table')).toHaveCount(0);
  expect(sandbox.commands.requests()).toEqual([]);
  const tab = page.waitForEvent('popup');
  await link.click();
  await expect((await tab).getByRole('heading', { level: 1 })).toBeVisible();
  other.closeAllConnections();
  other.close();
  await app.close();
});

// Without the console check: this test violates the policy on purpose.
const uncheckedTest = test.extend({ page: async ({ context }, use) => use(await context.newPage()) });

uncheckedTest(
  'text never becomes code, and the page connects only to its services',
  async ({ page, sandbox }) => {
    const app = await startAppServer(sandboxConfig(sandbox));
    await openAs(page, app.url);
    const violations = await page.evaluate(async (elsewhere) => {
      const seen: string[] = [];
      addEventListener('securitypolicyviolation', ({ effectiveDirective }) => seen.push(effectiveDirective));
      const attempts = [
        () =>
          document.body.append(Object.assign(document.createElement('script'), { text: 'window.evil = 1' })),
        () => document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="window.evil = 1">'),
        () => new Worker('data:text/javascript,1'),
        () => fetch(elsewhere),
        () => document.head.append(Object.assign(document.createElement('style'), { textContent: '*{}' })),
      ];
      for (const attempt of attempts) {
        try {
          await attempt();
        } catch {
          // Blocked. The violation event says by which rule.
        }
      }
      await new Promise((resolve) => setTimeout(resolve));
      return { seen: [...new Set(seen)].sort(), evil: 'evil' in window };
    }, 'https://elsewhere.example/');
    expect(violations).toEqual({
      seen: ['connect-src', 'require-trusted-types-for', 'style-src-elem'],
      evil: false,
    });
    await app.close();
  },
);
