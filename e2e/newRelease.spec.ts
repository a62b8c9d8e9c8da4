import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build, startAppServer } from './fixtures/appServer.ts';
import { copyOfBuild, releaseAnew } from './fixtures/newRelease.ts';
import { openAs } from './fixtures/people.ts';
import { expect, sandboxConfig, test as watchedTest } from './fixtures/world.ts';

// The browser reports what it could not load; the watch on the console would take that for a mistake.
const test = watchedTest.extend({ page: async ({ context }, use) => use(await context.newPage()) });

test('a new release while the page is open: one reload, at the address that was asked for', async ({
  page,
  sandbox,
}) => {
  const webRoot = await copyOfBuild(build);
  const app = await startAppServer(sandboxConfig(sandbox), { webRoot });
  await openAs(page, `${app.url}tunnels?state=ACTIVE`);
  const loads: string[] = [];
  page.on('load', () => loads.push(page.url()));
  await releaseAnew(webRoot, 'second');
  await page.getByRole('link', { name: 'Access points' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Access points' })).toBeVisible();
  expect(loads).toEqual([`${app.url}access-points`]);
  await app.close();
  await rm(webRoot, { recursive: true });
});

test('a page whose code is gone without a new release says so, without a reload', async ({
  page,
  sandbox,
}) => {
  const webRoot = await copyOfBuild(build);
  const app = await startAppServer(sandboxConfig(sandbox), { webRoot });
  await openAs(page, `${app.url}tunnels`);
  const loads: string[] = [];
  page.on('load', () => loads.push(page.url()));
  await rm(join(webRoot, 'assets'), { recursive: true });
  await page.getByRole('link', { name: 'Access points' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'This page broke' })).toBeVisible();
  expect(loads).toEqual([]);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Tunnels' })).toBeVisible();
  await app.close();
  await rm(webRoot, { recursive: true });
});
