import { test as plainTest } from '@playwright/test';
import { startAppServer } from './fixtures/appServer.ts';
import { people, signIn } from './fixtures/people.ts';
import { expect, sandboxConfig, test } from './fixtures/sandboxTest.ts';

const BROKEN: [string, Parameters<typeof startAppServer>[0], RegExp][] = [
  ['missing', null, /config\.json: the server must serve this file; it answered 404/],
  ['not JSON', '{ clientId: 1 }', /config\.json: the file must hold valid JSON/],
  ['a web page instead', '<!doctype html>', /config\.json: .*answered with a web page instead/],
  ['without a client id', {}, /clientId: is missing/],
  [
    'with a wrong address',
    { clientId: 'x', authUrl: 'ftp://auth' },
    /authUrl: must be an address that begins with https/,
  ],
];

for (const [what, config, expected] of BROKEN) {
  test(`a config.json that is ${what} gives a page that says what is expected`, async ({ page }) => {
    const app = await startAppServer(config);
    await page.goto(app.url);
    await expect(page.getByRole('heading', { name: 'This dashboard is not set up yet' })).toBeVisible();
    await expect(page.getByRole('listitem')).toHaveText(expected);
    await app.close();
  });
}

test('the same build works below a path, deep links and sign-in included', async ({ page, sandbox }) => {
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

test('an address nobody knows has its page, and never a blank one', async ({ page, sandbox }) => {
  const app = await startAppServer(sandboxConfig(sandbox));
  await page.goto(`${app.url}no-such-page`);
  await signIn(page, people.researcher);
  await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
  await app.close();
});

// Without the watch on the console: the browser itself reports the script it cannot find at first.
plainTest('a deep address nobody knows leads up to where the app is', async ({ page }) => {
  const app = await startAppServer({ clientId: 'any' });
  await page.goto(`${app.url}no/such/page`);
  await expect(page.getByRole('button', { name: 'Sign in with Globus' })).toBeEnabled();
  await app.close();
});
