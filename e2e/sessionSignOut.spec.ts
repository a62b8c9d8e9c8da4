import type { BrowserContext, Page } from '@playwright/test';
import type { Sandbox } from '../sandbox/startSandbox.ts';
import { openAs, people } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';

// A sign-out ends every session of the person in this browser, also in tabs that can't hear it. The sandbox knows which
// tokens still work.

test.use({ config: { renewal: 'refresh-token' } });

const MINUTE_MS = 60_000;

const expectSignedOut = (page: Page) =>
  expect(page.getByRole('button', { name: 'Sign in with Globus' })).toBeEnabled();

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Mira Okafor' }).click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expectSignedOut(page);
}

const expectNoValidTokens = (sandbox: Sandbox) =>
  expect.poll(() => sandbox.commands.auth.validTokens()).toEqual([]);

/** Opens a tab that waits on the sign-in page of Globus. */
async function openAtGlobus(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole('button', { name: 'Sign in with Globus' }).click();
  await expect(page.getByRole('button', { name: people.researcher })).toBeVisible();
  return page;
}

/** Leaves the dashboard in this tab for another website. */
const leave = (page: Page, sandbox: Sandbox) => page.goto(`${sandbox.auth}/.well-known/openid-configuration`);

test('the sandbox lists the tokens that still work, and none after a sign-out', async ({
  page,
  app,
  sandbox,
}) => {
  await openAs(page, app.url);
  expect(sandbox.commands.auth.validTokens().map(({ kind }) => kind)).toEqual([
    'access',
    'access',
    'refresh',
    'refresh',
  ]);
  await signOut(page);
  await expectNoValidTokens(sandbox);
});

test('a tab that was at another site during a sign-out is not signed in when it comes back', async ({
  page,
  context,
  app,
  sandbox,
}) => {
  await openAs(page, `${app.url}tunnels?q=beam`);
  await leave(page, sandbox);
  // No open tab has a session, so this one signs in for itself and knows nothing of the first one's tokens.
  const other = await context.newPage();
  await other.goto(app.url);
  await other.getByRole('button', { name: 'Sign in with Globus' }).click();
  await expect(other.getByRole('table', { name: 'Tunnels' })).toBeVisible();
  await signOut(other);
  expect(sandbox.commands.auth.validTokens()).toHaveLength(4);

  sandbox.commands.clearRequests();
  await page.goBack();
  await expectSignedOut(page);
  await expectNoValidTokens(sandbox);
  expect(sandbox.commands.requests({ service: 'transfer' })).toEqual([]);
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).toBe('{}');
});

test('a tab that comes back minutes after it was left has to sign in again, and its tokens are revoked', async ({
  page,
  context,
  app,
  sandbox,
}) => {
  await context.clock.install();
  await openAs(page, app.url);
  await leave(page, sandbox);
  await context.clock.fastForward(MINUTE_MS);
  await page.goBack();
  await expect(page.getByRole('table', { name: 'Tunnels' })).toBeVisible();
  await leave(page, sandbox);
  await context.clock.fastForward(6 * MINUTE_MS);
  await page.goBack();
  await expectSignedOut(page);
  await expectNoValidTokens(sandbox);
  // Only a sign-out clears what the person had begun.
  await page.getByRole('button', { name: 'Sign in with Globus' }).click();
  await expect(page.getByRole('table', { name: 'Tunnels' })).toBeVisible();
});

test('a sign-out in one tab revokes what only another one knows', async ({ page, context, app, sandbox }) => {
  // Both tabs sign in for themselves: neither has the refresh tokens of the other.
  const other = await openAtGlobus(context, app.url);
  await openAs(page, app.url);
  const third = await context.newPage();
  await third.goto(app.url);
  await other.getByRole('button', { name: people.researcher }).click();
  for (const tab of [other, page, third])
    await expect(tab.getByRole('table', { name: 'Tunnels' })).toBeVisible();
  expect(sandbox.commands.auth.validTokens()).toHaveLength(8);
  await signOut(other);
  for (const tab of [page, third]) await expectSignedOut(tab);
  await expectNoValidTokens(sandbox);
});

test('a renewal that is under way during a sign-out leaves no token behind', async ({
  page,
  context,
  app,
  sandbox,
}) => {
  await openAs(page, app.url);
  const other = await context.newPage();
  await other.goto(app.url);
  await expect(other.getByText('Live', { exact: true })).toBeVisible();
  sandbox.commands.failNext({
    service: 'auth',
    method: 'POST',
    path: '^/v2/oauth2/token$',
    count: null,
    delayMs: 2000,
  });
  sandbox.commands.auth.expireTokens({ resourceServer: 'transfer.api.globus.org' });
  sandbox.commands.clearRequests();
  const exchange = context.waitForEvent('request', (request) => /\/v2\/oauth2\/token$/.test(request.url()));
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await exchange;
  await signOut(other);
  await expectSignedOut(page);
  await expectNoValidTokens(sandbox);
});
