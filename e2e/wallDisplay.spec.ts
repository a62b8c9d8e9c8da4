import { BrowserInspector } from './fixtures/browserInspector.ts';
import { openAs } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';

test('a wall screen: fills the screen and keeps it awake, large, without controls, one chosen view after the other, until Escape', async ({
  page,
  app,
  context,
}) => {
  await context.grantPermissions(['screen-wake-lock'], { origin: new URL(app.url).origin });
  await page.clock.install();
  await openAs(page, `${app.url}tunnels?panel=wall`);
  await page.getByRole('checkbox', { name: 'What happened' }).uncheck();
  await page.getByRole('checkbox', { name: 'Ends by the hour' }).check();
  await page.getByRole('combobox', { name: 'Each for' }).selectOption('10 seconds');
  await page.getByRole('button', { name: 'Start the wall screen' }).click();
  const wall = page.getByRole('dialog', { name: 'Wall screen' });
  await expect(wall).toBeVisible();
  await expect(page).toHaveURL(/wall=counts%2Cending%2Cends&every=10/);
  await expect(wall.getByRole('button')).toHaveCount(0);
  const devices = await BrowserInspector.attach(page);
  const isFull = () => page.evaluate(() => document.fullscreenElement !== null);
  await expect.poll(isFull).toBe(true);
  await expect.poll(() => devices.hasWakeLock()).toBe(true);

  const seen = new Set<string>();
  for (let turn = 0; turn < 3; turn += 1) {
    seen.add(await wall.getByRole('heading').innerText());
    await page.clock.runFor(10_000);
  }
  expect([...seen].sort()).toEqual(['Ends by the hour', 'How many are in which state', 'What ends next']);

  // A screen that is switched on again comes back to the wall by its address alone.
  await page.reload();
  await expect(wall).toBeVisible();
  await expect.poll(() => devices.hasWakeLock()).toBe(true);
  await page.keyboard.press('Escape');
  await expect(wall).toBeHidden();
  await expect.poll(() => devices.hasWakeLock()).toBe(false);
  expect(await isFull()).toBe(false);
  await expect(page).not.toHaveURL(/wall=/);
  await expect(page.getByRole('table', { name: 'Tunnels' })).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ hasTouch: true, viewport: { width: 375, height: 600 } });

  test('a wall screen shows whole entries only, and a tap leaves it', async ({ page, app, sandbox }) => {
    sandbox.commands.tunnels.create({ count: 12, label: 'Soon over', lifetimeMins: 90 });
    await openAs(page, `${app.url}tunnels?wall=ending`);
    const wall = page.getByRole('dialog', { name: 'Wall screen' });
    const entries = wall.getByRole('row').filter({ hasText: 'Soon over' });
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
