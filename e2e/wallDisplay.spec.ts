import { BrowserInspector } from './fixtures/browserInspector.ts';
import { openAs } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';

test('the wall display fills the screen, keeps it on and shows the chosen views in turn, until Escape', async ({
  page,
  app,
  context,
}) => {
  await context.grantPermissions(['screen-wake-lock'], { origin: new URL(app.url).origin });
  await page.clock.install();
  await openAs(page, `${app.url}tunnels?panel=wall`);
  await page.getByRole('checkbox', { name: 'Activity' }).uncheck();
  await page.getByRole('checkbox', { name: 'Ends by hour' }).check();
  await page.getByRole('combobox', { name: 'Time per view' }).selectOption('10 seconds');
  await page.getByRole('button', { name: 'Start wall display' }).click();
  const wall = page.getByRole('dialog', { name: 'Wall display' });
  await expect(wall).toBeVisible();
  await expect(page).toHaveURL(/wall=counts%2Cending%2Cends&every=10/);
  await expect(wall.getByRole('button')).toHaveCount(0);
  const devices = await BrowserInspector.attach(page);
  const isFull = () => page.evaluate(() => document.fullscreenElement !== null);
  await expect.poll(isFull).toBe(true);
  await expect.poll(() => devices.hasWakeLock()).toBe(true);

  // The clock stands still between the turns: real time that passes meanwhile could skip a view.
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000));
  const seen = new Set<string>();
  for (let turn = 0; turn < 3; turn += 1) {
    seen.add(await wall.getByRole('heading').innerText());
    await page.clock.runFor(10_000);
  }
  expect([...seen].sort()).toEqual(['Ending next', 'Ends by hour', 'Tunnels by state']);
  await page.clock.resume();

  // After a restart, the address alone brings the wall display back.
  await page.reload();
  await expect(wall).toBeVisible();
  await expect.poll(() => devices.hasWakeLock()).toBe(true);
  await page.keyboard.press('Escape');
  await expect(wall).toBeHidden();
  await expect.poll(() => devices.hasWakeLock()).toBe(false);
  expect(await isFull()).toBe(false);
  await expect(page).not.toHaveURL(/wall=/);
  await expect(page.getByRole('table', { name: 'Tunnels' })).toBeVisible();

  // The back button leads to what was there before, not back to the wall display.
  await page.goBack();
  await expect(page).not.toHaveURL(/wall=/);
  await expect(page.getByRole('button', { name: 'Start wall display' })).toBeVisible();
  await expect(wall).toBeHidden();
});

test.describe('on a phone', () => {
  test.use({ hasTouch: true, viewport: { width: 375, height: 600 } });

  test('the wall display shows no entry in part, and a tap closes it', async ({ page, app, sandbox }) => {
    sandbox.commands.tunnels.create({ count: 12, label: 'Ending soon', lifetimeMins: 90 });
    await openAs(page, `${app.url}tunnels?wall=ending`);
    const wall = page.getByRole('dialog', { name: 'Wall display' });
    const entries = wall.getByRole('row').filter({ hasText: 'Ending soon' });
    await expect(entries.first()).toBeVisible();
    await expect(entries.last()).toBeInViewport({ ratio: 1 });
    await expect.poll(() => entries.count()).toBeLessThan(12);
    await wall.getByRole('heading').click();
    await expect(wall).toBeVisible();
    await wall.getByRole('heading').tap();
    await expect(wall).toBeHidden();
    await expect(page).not.toHaveURL(/wall=/);
  });
});
