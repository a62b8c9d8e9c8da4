import type { Page } from '@playwright/test';
import { openAs } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';
import { accessPointIds, createAfterSessionExpiry, signInAndFillWizard } from './fixtures/wizard.ts';

// Refresh tokens: a wall display that runs for weeks.

test.use({ config: { renewal: 'refresh-token' } });

const HOUR_MS = 60 * 60_000;
const tokenCalls = { service: 'auth', method: 'POST', path: '/v2/oauth2/token' } as const;
const tunnelsHeading = { name: 'Tunnels', level: 1 } as const;

/**
 * Waits until a tab has stored tokens that are valid for 47 hours. The clock must not jump before: the lifetime of a
 * token counts from when its response is read, so the tab would take it for a newer one than it is.
 */
async function waitForRenewedTokens(tab: Page): Promise<void> {
  const hoursLeft = () =>
    tab.evaluate((hourMs) => {
      const expiries = JSON.stringify({ ...sessionStorage }).matchAll(/expiresAtMs\\*":(\d+)/g);
      return (Math.min(...[...expiries].map(([, ms]) => Number(ms))) - Date.now()) / hourMs;
    }, HOUR_MS);
  await expect.poll(hoursLeft).toBeGreaterThan(47);
}

test('30 simulated days without interaction: every token is renewed in time', async ({
  page,
  app,
  sandbox,
}) => {
  await page.clock.install();
  await openAs(page, `${app.url}tunnels?state=ACTIVE`);
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  const exchanges = () =>
    sandbox.commands
      .requests(tokenCalls)
      .filter(({ path, status }) => path === tokenCalls.path && status === 200).length;
  expect(exchanges()).toBe(1);
  const stepMs = 48 * HOUR_MS - 8 * 60_000;
  const steps = Math.ceil((30 * 24 * HOUR_MS) / stepMs);
  for (let step = 1; step <= steps; step += 1) {
    // From here on, responses name neither their scope nor their resource server.
    if (step === 5) sandbox.commands.auth.setSparseTokenResponses(true);
    sandbox.commands.advanceMs(stepMs);
    await page.clock.fastForward(stepMs);
    // One for Auth and one for Transfer, each with its own refresh token.
    await expect.poll(exchanges).toBe(1 + 2 * step);
    await waitForRenewedTokens(page);
  }
  // By the sandbox's clock the last tokens are valid, and the list is refreshed with them.
  sandbox.commands.clearRequests();
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await expect.poll(() => sandbox.commands.requests({ path: '/v2/tunnels' }).at(-1)?.status).toBe(200);
  const rejected = sandbox.commands.requests().filter(({ status }) => status === 401);
  expect(rejected).toEqual([]);
  await expect(page.getByRole('heading', tunnelsHeading)).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(page.url()).toBe(`${app.url}tunnels?state=ACTIVE`);
});

test('a machine that slept past the expiry, and Globus Auth unavailable when it wakes', async ({
  page,
  app,
  sandbox,
}) => {
  await page.clock.install();
  await openAs(page, app.url);
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  sandbox.commands.failNext({ ...tokenCalls, count: null, status: 503, body: '<h1>503</h1>' });
  sandbox.commands.advanceMs(72 * HOUR_MS);
  await page.clock.fastForward(72 * HOUR_MS);
  await expect(page.getByText('Renewing your session').first()).toBeAttached();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  sandbox.commands.clearFailures();
  await page.clock.fastForward(21_000);
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await expect(page.getByText('Renewing your session')).toHaveCount(0);
});

test('Transfer also rejects the renewed token for a while: the page retries slowly and recovers automatically', async ({
  page,
  app,
  sandbox,
}) => {
  await page.clock.install();
  await openAs(page, app.url);
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  sandbox.commands.failNext({ service: 'transfer', path: '/v2/tunnels', count: null, status: 401 });
  sandbox.commands.clearRequests();
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await expect(page.getByText('Renewing your session').first()).toBeAttached();
  await expect(page.getByText('Retrying', { exact: true })).toBeVisible();
  await page.clock.runFor(10_000);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // The countdown: no request is under way, whose failure would count as one after the jump of the clock.
  await expect(page.getByText(/^in \d+ s$/)).toBeVisible();
  // The refresh, its repeat with a renewed token, and at most two more refreshes within these ten seconds.
  expect(sandbox.commands.requests(tokenCalls)).toHaveLength(1);
  const refreshes = sandbox.commands.requests({ service: 'transfer', method: 'GET', path: '/v2/tunnels' });
  expect(refreshes.length).toBeLessThanOrEqual(4);
  sandbox.commands.clearFailures();
  await page.clock.fastForward(61_000);
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
});

test('a token that is rejected early: one renewal for all calls, and the tunnel is created immediately', async ({
  page,
  app,
  sandbox,
}) => {
  await signInAndFillWizard(page, app.url, accessPointIds.open);
  sandbox.commands.auth.expireTokens();
  sandbox.commands.clearRequests();
  await page.getByRole('button', { name: 'Create tunnel' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Night run 7' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const created = [...sandbox.world.tunnels.values()].filter(({ label }) => label === 'Night run 7');
  expect(created).toHaveLength(1);
  const servers = sandbox.commands.requests(tokenCalls).length;
  expect(servers).toBeLessThanOrEqual(2);
});

test('twenty calls of six tabs are rejected at once: one renewal', async ({ context, app, sandbox }) => {
  await context.clock.install();
  const [tunnel] = sandbox.commands.tunnels.create({ label: 'Stormy', state: 'ACTIVE' });
  const address = `${app.url}tunnels/${tunnel?.id}/events`;
  await openAs(await context.newPage(), address);
  for (let tab = 2; tab <= 6; tab += 1) await (await context.newPage()).goto(address);
  for (const page of context.pages())
    await expect(page.getByRole('list', { name: 'Events' }).or(page.getByText('Nothing has'))).toBeVisible();
  sandbox.commands.setLatencyMs(500);
  sandbox.commands.auth.expireTokens({ resourceServer: 'transfer.api.globus.org' });
  sandbox.commands.clearRequests();
  // A day later, a person returns to the tabs: everything on them is stale and refreshed at once.
  await context.clock.fastForward('24:00:00');
  for (const page of context.pages())
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
  const calls = () => sandbox.commands.requests({ service: 'transfer', method: 'GET' });
  await expect
    .poll(() => calls().filter(({ status }) => status === 200).length, { timeout: 30_000 })
    .toBeGreaterThanOrEqual(20);
  expect(calls().filter(({ status }) => status === 401).length).toBeGreaterThanOrEqual(20);
  expect(sandbox.commands.requests(tokenCalls)).toHaveLength(1);
  for (const page of context.pages()) {
    await expect(page.getByText('Live', { exact: true })).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
});

test('several tabs: one of them renews the tokens, the others take them over', async ({
  page,
  context,
  app,
  sandbox,
}) => {
  await context.clock.install();
  await openAs(page, app.url);
  const others = [await context.newPage(), await context.newPage()];
  for (const other of others) {
    await other.goto(app.url);
    await expect(other.getByText('Live', { exact: true })).toBeVisible();
  }
  const tabs = [page, ...others];
  sandbox.commands.clearRequests();
  const stepMs = 48 * HOUR_MS - 8 * 60_000;
  for (let round = 1; round <= 3; round += 1) {
    sandbox.commands.advanceMs(stepMs);
    await context.clock.fastForward(stepMs);
    await expect.poll(() => sandbox.commands.requests(tokenCalls).length).toBe(2 * round);
    for (const tab of tabs) await waitForRenewedTokens(tab);
  }
  for (const tab of tabs) {
    await tab.getByRole('button', { name: 'Refresh now' }).click();
    await expect(tab.getByText('Live', { exact: true })).toBeVisible();
    await expect(tab.getByRole('dialog')).toHaveCount(0);
  }
  const calls = sandbox.commands.requests(tokenCalls);
  expect(calls.map(({ status }) => status)).toEqual(Array(6).fill(200));
});

test('a revoked refresh token: the dialog, and signing in again continues', async ({
  page,
  app,
  sandbox,
}) => {
  await signInAndFillWizard(page, app.url, accessPointIds.open);
  sandbox.commands.auth.revokeTokens();
  await createAfterSessionExpiry(page, sandbox);
});

test('signing out also revokes the refresh tokens', async ({ page, app, sandbox }) => {
  await openAs(page, app.url);
  const refreshTokens = await page.evaluate(() =>
    [
      ...Object.values<string>(sessionStorage)
        .join()
        .matchAll(/"(Rf[\w-]+)"/g),
    ].map(([, token = '']) => token),
  );
  expect(refreshTokens).toHaveLength(2);
  await page.getByRole('button', { name: 'Mira Okafor' }).click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Sign in with Globus' })).toBeEnabled();
  expect(sandbox.tokens.all().every(({ revoked }) => revoked)).toBe(true);
  for (const token of refreshTokens) {
    const response = await fetch(`${sandbox.auth}/v2/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'refresh_token',
        client_id: sandbox.client.id,
        refresh_token: token,
      }),
    });
    expect(await response.json()).toMatchObject({ error: 'invalid_grant' });
  }
});
