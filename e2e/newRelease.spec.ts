import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { buildFolder, startAppServer } from './fixtures/appServer.ts';
import { breakChunk, copyBuild, publishNewRelease, removeChunk } from './fixtures/newRelease.ts';
import { openAs, people, signIn } from './fixtures/people.ts';
import { test as checkedTest, expect, sandboxConfig } from './fixtures/sandboxTest.ts';
import { accessPointIds } from './fixtures/wizard.ts';

/** Collects the addresses at which the page loads from now on. */
function loadsOf(page: Page): string[] {
  const loads: string[] = [];
  page.on('load', () => loads.push(page.url()));
  return loads;
}

// Without the console check: the browser reports what it couldn't load.
const test = checkedTest.extend({ page: async ({ context }, use) => use(await context.newPage()) });

test('a new release while the wizard is open: one reload, and the settings are kept', async ({
  page,
  sandbox,
}) => {
  const webRoot = await copyBuild(buildFolder);
  const app = await startAppServer(sandboxConfig(sandbox), { webRoot });
  await openAs(
    page,
    `${app.url}tunnels/new?initiator=${accessPointIds.open}&listener=${accessPointIds.requiresMfa}`,
  );
  await page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('textbox', { name: 'Label' }).fill('Half-typed');
  const loads = loadsOf(page);
  await publishNewRelease(webRoot, 'second');
  await page.getByRole('link', { name: 'Access points' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Access points' })).toBeVisible();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'New tunnel' }).click();
  const main = page.getByRole('main');
  await expect(main.getByText('Harbor Beamline 7 Detector').first()).toBeVisible();
  await expect(main.getByText('Northfield Secure Enclave').first()).toBeVisible();
  await page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('textbox', { name: 'Label' })).toHaveValue('Half-typed');
  expect(loads).toEqual([`${app.url}access-points`]);
  await app.close();
  await rm(webRoot, { recursive: true });
});

test('a new release while the list is filtered: one reload, with the filter and the panel that was opened', async ({
  page,
  sandbox,
}) => {
  const webRoot = await copyBuild(buildFolder);
  const app = await startAppServer(sandboxConfig(sandbox), { webRoot });
  await openAs(page, `${app.url}tunnels?state=ACTIVE`);
  await page.getByRole('searchbox', { name: 'Find tunnels' }).fill('harbor');
  await expect(page.getByRole('button', { name: 'Charts' })).toBeVisible();
  const loads = loadsOf(page);
  await publishNewRelease(webRoot, 'second');
  await page.getByRole('button', { name: 'Charts' }).click();
  await expect(page.getByRole('figure', { name: 'Tunnels by state' })).toBeVisible();
  await expect(page.getByRole('searchbox', { name: 'Find tunnels' })).toHaveValue('harbor');
  await expect(page.getByRole('button', { name: /^Active/ })).toHaveAttribute('aria-pressed', 'true');
  expect(loads).toEqual([`${app.url}tunnels?state=ACTIVE&q=harbor&panel=charts`]);
  await app.close();
  await rm(webRoot, { recursive: true });
});

test('code that can’t be loaded: a message in its place, everything else stays, and it can be retried', async ({
  page,
  sandbox,
}) => {
  const webRoot = await copyBuild(buildFolder);
  const app = await startAppServer(sandboxConfig(sandbox), { webRoot });
  await openAs(page, `${app.url}tunnels`);
  await page.getByRole('checkbox', { name: 'Select all matching' }).check();
  await expect(page.getByRole('region', { name: 'Selection' })).toBeVisible();
  const loads = loadsOf(page);
  const notice = page.getByRole('alert');
  const tryAgain = notice.getByRole('button', { name: 'Try again' });
  await rename(join(webRoot, 'assets'), join(webRoot, 'away'));
  await page.keyboard.press('Control+k');
  await expect(notice).toContainText('Couldn’t load the search.');
  await expect(page.getByRole('region', { name: 'Selection' })).toBeVisible();
  await page.getByRole('link', { name: 'Access points' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Couldn’t load this page.');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Tunnels' })).toBeVisible();
  await rename(join(webRoot, 'away'), join(webRoot, 'assets'));
  await tryAgain.click();
  await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Access points' }).click();
  await tryAgain.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Access points' })).toBeVisible();
  expect(loads).toEqual([]);
  await app.close();
  await rm(webRoot, { recursive: true });
});

test('code that can’t be loaded at start: a page says so, and a reload continues once it is there', async ({
  page,
  sandbox,
}) => {
  const webRoot = await copyBuild(buildFolder);
  const app = await startAppServer(sandboxConfig(sandbox), { webRoot, basePath: '/streams/' });
  const address = `${app.url}tunnels?state=ACTIVE`;
  const failure = page.getByRole('heading', { level: 1, name: 'Couldn’t load the dashboard' });
  const reload = page.getByRole('button', { name: 'Reload page' });
  const restoreEntry = await removeChunk(webRoot, 'index');
  await page.goto(address);
  await expect(failure).toBeVisible();
  expect(page.url()).toBe(address);
  await restoreEntry();
  await reload.click();
  const restoreApp = await removeChunk(webRoot, 'app');
  await signIn(page, people.researcher);
  await expect(failure).toBeVisible();
  expect(page.url()).toBe(address);
  await restoreApp();
  await reload.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Tunnels' })).toBeVisible();
  expect(page.url()).toBe(address);
  await app.close();
  await rm(webRoot, { recursive: true });
});

test('a sign-in that was canceled, while its message can’t be loaded: a short one says what to do', async ({
  page,
  sandbox,
}) => {
  const webRoot = await copyBuild(buildFolder);
  const app = await startAppServer(sandboxConfig(sandbox), { webRoot });
  await page.goto(app.url);
  await page.getByRole('button', { name: 'Sign in with Globus' }).click();
  const deny = page.getByRole('button', { name: 'Deny' });
  await expect(deny).toBeVisible();
  await removeChunk(webRoot, 'callbackErrorMessages');
  await deny.click();
  await expect(page.getByRole('alert')).toContainText('Couldn’t sign you in');
  await expect(page.getByRole('alert')).toContainText('access_denied');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('button', { name: people.researcher }).click();
  await expect(page.getByRole('table', { name: 'Tunnels' })).toBeVisible();
  await app.close();
  await rm(webRoot, { recursive: true });
});

test('a page that throws: navigation and sign-out stay, and leaving the page resets it', async ({
  page,
  sandbox,
}) => {
  const webRoot = await copyBuild(buildFolder);
  const app = await startAppServer(sandboxConfig(sandbox), { webRoot });
  await openAs(page, `${app.url}tunnels`);
  await breakChunk(webRoot, 'AccessPointsPage');
  const nav = page.getByRole('navigation', { name: 'Main' });
  const error = page.getByRole('main').getByRole('alert');
  await nav.getByRole('link', { name: 'Access points' }).click();
  await expect(error.getByRole('heading', { level: 1, name: 'Couldn’t show this page' })).toBeFocused();
  await expect(error).toContainText('Error details: TypeError');
  await nav.getByRole('link', { name: 'Tunnels', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Tunnels' })).toBeVisible();
  await nav.getByRole('link', { name: 'Access points' }).click();
  await expect(error).toBeVisible();
  await page.getByRole('button', { name: 'Mira Okafor' }).click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Sign in with Globus' })).toBeEnabled();
  expect(sandbox.tokens.all().every(({ revoked }) => revoked)).toBe(true);
  await app.close();
  await rm(webRoot, { recursive: true });
});
