import type { BrowserContext, Locator, Page } from '@playwright/test';
import { openAs, people, signIn } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';

// How long a session lasts if no one uses it, and at most.

const MINUTE_MS = 60_000;

/** Clicks where an element is, whatever covers it there. */
async function clickThrough(page: Page, target: Locator): Promise<void> {
  const { x, y, width, height } = (await target.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  expect(width).toBeGreaterThan(0);
  await page.mouse.click(x + width / 2, y + height / 2);
}

const coverOf = (page: Page) => page.getByRole('dialog', { name: 'Sign in to continue' });
const wallOf = (page: Page) => page.getByRole('dialog', { name: 'Wall display' });

/** Opens a wall display and leaves it alone for longer than its 15 minutes. */
async function leaveWallDisplayAlone(page: Page, context: BrowserContext, appUrl: string): Promise<void> {
  await context.clock.install();
  await openAs(page, `${appUrl}tunnels?wall=counts`);
  await expect(wallOf(page)).toBeVisible();
  await context.clock.fastForward(16 * MINUTE_MS);
}

test('a wall display that was left alone only shows: nothing else works until someone signs in again', async ({
  page,
  context,
  app,
}) => {
  await leaveWallDisplayAlone(page, context, app.url);
  await expect(wallOf(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(wallOf(page)).toBeHidden();
  await expect(coverOf(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(coverOf(page)).toBeVisible();
  const address = page.url();
  await clickThrough(page, page.getByRole('link', { name: 'New tunnel' }).first());
  expect(page.url()).toBe(address);
  await page.keyboard.press('Control+k');
  await expect(page.locator('dialog:modal')).toHaveCount(1);

  // Neither a reload, nor a new tab, nor the address of a wall display on another page gets around it.
  await page.reload();
  await expect(coverOf(page)).toBeVisible();
  const fresh = await context.newPage();
  await fresh.goto(`${app.url}access-points?wall=counts`);
  await expect(coverOf(fresh)).toBeVisible();
  // But it still shows.
  await fresh.goto(`${app.url}tunnels?wall=counts`);
  await expect(wallOf(fresh)).toBeVisible();
  await expect(coverOf(fresh)).toBeHidden();

  await coverOf(page).getByRole('button', { name: 'Sign in again' }).click();
  // Globus asks, although it knows the browser.
  await page.getByRole('button', { name: people.researcher }).click();
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await expect(coverOf(page)).toBeHidden();
  await fresh.keyboard.press('Escape');
  await expect(wallOf(fresh)).toBeHidden();
  await expect(coverOf(fresh)).toBeHidden();
});

test('a wall display that was left alone: after a sign-out, Globus asks whoever signs in', async ({
  page,
  context,
  app,
}) => {
  await leaveWallDisplayAlone(page, context, app.url);
  await page.keyboard.press('Escape');
  await coverOf(page).getByRole('button', { name: 'Sign out' }).click();
  await signIn(page, people.researcher);
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await expect(coverOf(page)).toBeHidden();
});

test.describe('with limits in config.json', () => {
  test.use({ config: { idleMinutes: 30, maxSessionHours: 8 } });

  test('a page that no one uses is covered after the idle time, counted over all tabs', async ({
    page,
    context,
    app,
    sandbox,
  }) => {
    await context.clock.install();
    await openAs(page, app.url);
    const other = await context.newPage();
    await other.goto(app.url);
    await expect(other.getByText('Live', { exact: true })).toBeVisible();
    const lock = coverOf(page);
    await context.clock.fastForward(20 * MINUTE_MS);
    await other.getByRole('button', { name: 'Refresh now' }).click();
    await context.clock.fastForward(20 * MINUTE_MS);
    await page.bringToFront();
    await expect(page.getByText('Live', { exact: true })).toBeVisible();
    await expect(lock).toBeHidden();
    await context.clock.fastForward(31 * MINUTE_MS);
    await expect(lock).toBeVisible();
    await lock.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByRole('button', { name: 'Sign in with Globus' })).toBeEnabled();
    await expect.poll(() => sandbox.commands.auth.validTokens()).toEqual([]);
  });

  test('a session ends at its limit, its tokens are revoked, and Globus asks at the next sign-in', async ({
    page,
    context,
    app,
    sandbox,
  }) => {
    await context.clock.install();
    await openAs(page, app.url);
    for (let minutes = 0; minutes < 8 * 60; minutes += 24) {
      await context.clock.fastForward(24 * MINUTE_MS);
      await page.keyboard.press('Shift');
    }
    await context.clock.fastForward(MINUTE_MS);
    const dialog = page.getByRole('dialog', { name: 'Your session expired' });
    await expect(dialog).toBeVisible();
    await expect.poll(() => sandbox.commands.auth.validTokens()).toEqual([]);
    await dialog.getByRole('button', { name: 'Sign in again' }).click();
    await page.getByRole('button', { name: people.researcher }).click();
    await expect(page.getByText('Live', { exact: true })).toBeVisible();
  });
});
