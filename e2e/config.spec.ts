import { test as plainTest } from '@playwright/test';
import { startAppServer } from './fixtures/appServer.ts';
import { people, signIn } from './fixtures/people.ts';
import { expect, sandboxConfig, test } from './fixtures/sandboxTest.ts';

const BROKEN: [string, Parameters<typeof startAppServer>[0], string][] = [
  ['missing', null, 'config.json couldn’t be loaded: the server returned HTTP 404.'],
  ['not JSON', '{ clientId: 1 }', 'config.json isn’t valid JSON.'],
  [
    'an HTML page instead',
    '<!doctype html>',
    'config.json couldn’t be loaded: the server returned an HTML page instead.',
  ],
  ['without a client id', {}, 'clientId is required: the ID of your Globus client (a UUID).'],
  [
    'with a wrong address',
    { clientId: 'x', authUrl: 'ftp://auth' },
    'authUrl must be a URL that starts with https:// (http:// is allowed for localhost).',
  ],
];

for (const [what, config, problem] of BROKEN) {
  test(`a config.json that is ${what}: the page says what to fix`, async ({ page }) => {
    const app = await startAppServer(config);
    await page.goto(app.url);
    await expect(page.getByRole('heading', { name: 'This dashboard isn’t set up yet' })).toBeVisible();
    await expect(page.getByRole('listitem')).toHaveText(problem);
    await app.close();
  });
}

test('the same build works below a path, with deep links and sign-in', async ({ page, sandbox }) => {
  const app = await startAppServer(sandboxConfig(sandbox, { title: 'Streams at Harbor' }), {
    basePath: '/streams/',
  });
  await page.goto(`${app.url}access-points?q=harbor`);
  await expect(page).toHaveTitle('Streams at Harbor');
  await signIn(page, people.researcher);
  await expect(page).toHaveURL(`${app.url}access-points?q=harbor`);
  await page.getByRole('link', { name: 'Harbor Beamline 7 Detector', exact: true }).click();
  await expect(page).toHaveURL(/\/streams\/access-points\/acce5500/);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Harbor Beamline 7 Detector' })).toBeVisible();
  await app.close();
});

test('an unknown address shows a page that says so', async ({ page, sandbox }) => {
  const app = await startAppServer(sandboxConfig(sandbox));
  await page.goto(`${app.url}no-such-page`);
  await signIn(page, people.researcher);
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
  await app.close();
});

// Without the console check: the browser itself reports the script that it can't find at first.
plainTest('an unknown deep address leads up to the app', async ({ page }) => {
  const app = await startAppServer({ clientId: 'any' });
  await page.goto(`${app.url}no/such/page`);
  await expect(page.getByRole('button', { name: 'Sign in with Globus' })).toBeEnabled();
  await app.close();
});

plainTest('an address that begins with two slashes stays on this host', async ({ page }) => {
  const app = await startAppServer({ clientId: 'any' });
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  for (const path of ['/elsewhere.example/tunnels', '/tunnels']) {
    await page.goto(app.url + path);
    await expect(page.getByRole('button', { name: 'Sign in with Globus' })).toBeEnabled();
    expect([...hosts]).toEqual([new URL(app.url).host]);
  }
  await expect(page).toHaveURL(`${app.url}tunnels`);
  await app.close();
});
