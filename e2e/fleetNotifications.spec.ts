import { BrowserInspector } from './fixtures/browserInspector.ts';
import { openAs } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';

// Runs in a full Chromium, which shows real notifications even without a window (playwright.config.ts). They are counted
// in the memory of the tabs, through the debugging protocol. The headless shell blocks notifications; where there is no
// other browser, this shows how the page handles that, and announce.test.ts covers which tab announces what.

test.use({ sandboxOptions: { speed: 10, tunnels: 0 } });

test('two tabs announce a change once, by notification and sound, and a stop from this browser not at all', async ({
  page,
  app,
  context,
  sandbox,
}) => {
  await context.grantPermissions(['notifications'], { origin: new URL(app.url).origin });
  const [one] = sandbox.commands.tunnels.create({ label: 'One', state: 'AWAITING_LISTENER' });
  sandbox.commands.tunnels.create({ label: 'Two' });
  if (!one) throw new Error('The sandbox made no tunnel.');
  await openAs(page, `${app.url}tunnels?panel=activity`);
  const isAllowed = await page.evaluate(() => Notification.permission === 'granted');
  const notifications = page.getByRole('checkbox', { name: 'Browser notifications' });
  if (isAllowed) {
    await notifications.click();
    await expect(notifications).toBeChecked();
  } else {
    await expect(notifications).toBeDisabled();
    await expect(page.getByText('Notifications are blocked.')).toBeVisible();
  }
  await page.getByRole('checkbox', { name: 'Play a sound' }).check();
  const other = await context.newPage();
  await other.goto(`${app.url}tunnels?panel=activity`);
  await expect(other.getByRole('checkbox', { name: 'Play a sound' })).toBeChecked();
  // Browsers play no sound before the first interaction with a page.
  await other.getByRole('heading', { level: 1 }).click();
  const tabs = [page, other];
  const devices = await Promise.all(tabs.map((tab) => BrowserInspector.attach(tab)));
  const notified = async () => (await Promise.all(devices.map((each) => each.notifications()))).flat();
  const heard = () => ({
    sounds: devices.reduce((sum, each) => sum + each.audioOutputCount, 0),
    notes: devices.reduce((sum, each) => sum + each.toneCount, 0),
  });

  const seeAll = async (happened: () => Promise<void>) => {
    for (const tab of tabs) {
      await tab.bringToFront();
      await tab.getByRole('button', { name: 'Refresh now' }).click();
    }
    await happened();
  };
  const activity = (tab: typeof page) => tab.getByRole('list', { name: 'Activity' }).getByRole('listitem');
  await sandbox.commands.tunnels.setState(one.id, 'ACTIVE');
  await seeAll(async () => {
    for (const tab of tabs) await expect(activity(tab)).toHaveText([/One became active/]);
  });
  await expect.poll(notified).toEqual(isAllowed ? ['One became active'] : []);
  await expect.poll(heard).toEqual({ sounds: 1, notes: 2 });

  await page.getByRole('checkbox', { name: 'Select Two' }).check();
  await page.getByRole('button', { name: 'Stop 1 tunnel' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stop 1 tunnel' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await seeAll(async () => {
    for (const tab of tabs) {
      await expect(tab.getByRole('row').filter({ hasText: 'Two' })).toContainText(/Stopp/);
      await expect(activity(tab)).toHaveCount(1);
    }
  });
  expect(await notified()).toEqual(isAllowed ? ['One became active'] : []);
  expect(heard()).toEqual({ sounds: 1, notes: 2 });
});
