import { openAs } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';

test.use({ sandboxOptions: { speed: 10, tunnels: 0 } });

const LIST = { service: 'transfer', method: 'GET', path: '/v2/tunnels' } as const;

test('after ten minutes of 503, selection, scroll position and filter are still there; the header counts down to each retry', async ({
  page,
  app,
  sandbox,
}) => {
  sandbox.commands.tunnels.create({ count: 200, label: 'Night run' });
  sandbox.commands.tunnels.create({ count: 5, label: 'Other' });
  await page.clock.install();
  await openAs(page, `${app.url}tunnels?q=night`);
  const list = page.getByRole('main').getByRole('status').filter({ hasText: '200 of 205 tunnels' });
  await expect(list).toBeVisible();
  await page.getByRole('checkbox', { name: 'Select Night run' }).nth(3).check();
  await page.evaluate(() => scrollTo(0, 3000));
  const scrolledPx = await page.evaluate(() => scrollY);

  sandbox.commands.failNext({ ...LIST, count: null, status: 503 });
  for (let minute = 0; minute < 10; minute += 1) {
    const requestCount = sandbox.commands.requests(LIST).length;
    await page.clock.fastForward('01:00');
    await expect.poll(() => sandbox.commands.requests(LIST).length).toBeGreaterThan(requestCount);
    await expect(page.getByText(/^in (\d+ s|1 min)$/)).toBeAttached();
  }
  await expect(page.getByText('Retrying', { exact: true })).toBeAttached();
  await expect(page.getByText(/^refreshed (9|10) min ago$/)).toBeAttached();

  sandbox.commands.clearFailures();
  await page.clock.fastForward('01:30');
  await expect(page.getByText('Live', { exact: true })).toBeAttached();
  await expect(list).toBeAttached();
  await expect(page.getByText('1 selected')).toBeVisible();
  expect(await page.evaluate(() => scrollY)).toBe(scrolledPx);
});

test('no requests while paused or hidden, one at once on return, and none before Retry-After', async ({
  page,
  app,
  context,
  sandbox,
}) => {
  sandbox.commands.tunnels.create({ count: 3, label: 'Steady' });
  const requestCount = () => sandbox.commands.requests(LIST).length;
  // Tabs of a headless browser are never hidden, so this reports what a hidden tab would.
  const show = (visibility: 'hidden' | 'visible') =>
    page.evaluate((state) => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    }, visibility);
  await page.clock.install();
  await openAs(page, app.url);
  await expect(page.getByRole('table', { name: 'Tunnels' })).toBeVisible();

  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText('Paused', { exact: true })).toBeVisible();
  const before = requestCount();
  await page.clock.runFor('02:00');
  await context.setOffline(true);
  await expect(page.getByText('Offline', { exact: true })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('Paused', { exact: true })).toBeVisible();
  await show('hidden');
  await show('visible');
  await page.clock.runFor(1000);
  expect(requestCount()).toBe(before);
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await expect.poll(requestCount).toBe(before + 1);
  await page.getByRole('button', { name: 'Resume' }).click();
  await page.clock.runFor(16_000);
  await expect.poll(requestCount).toBeGreaterThan(before + 1);

  await show('hidden');
  const beforeHidden = requestCount();
  await page.clock.runFor('05:00');
  expect(requestCount()).toBe(beforeHidden);
  await show('visible');
  await expect.poll(requestCount).toBe(beforeHidden + 1);

  sandbox.commands.failNext({ ...LIST, status: 429, headers: { 'Retry-After': '120' } });
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await expect(page.getByText(/^in (1 min|2 min)$/)).toBeVisible();
  const beforeWait = requestCount();
  await page.clock.runFor(100_000);
  expect(requestCount()).toBe(beforeWait);
  await page.clock.runFor(25_000);
  await expect.poll(requestCount).toBeGreaterThan(beforeWait);
});

test('a refresh highlights changes, keeps focus and an open menu, and moves nothing under the pointer', async ({
  page,
  app,
  sandbox,
}) => {
  const [first] = sandbox.commands.tunnels.create({ label: 'First', ageMins: 10 });
  sandbox.commands.tunnels.create({ label: 'Second', ageMins: 5 });
  if (!first) throw new Error('The sandbox made no tunnel.');
  await openAs(page, app.url);
  const rows = page.getByRole('table', { name: 'Tunnels' }).getByRole('row');
  await expect(rows.nth(1)).toContainText('Second');

  await rows.nth(2).hover();
  sandbox.commands.tunnels.create({ label: 'Third' });
  await sandbox.commands.tunnels.setState(first.id, 'STOPPING');
  // By keyboard, so that the pointer stays over the row.
  await page.getByRole('button', { name: 'Refresh now' }).press('Enter');
  await expect(page.getByText('3 tunnels · Order paused while you use the table')).toBeVisible();
  await expect(rows.nth(2)).toContainText('First');
  await expect(rows.nth(2)).toContainText('Stopping');
  await expect(rows.nth(2)).toHaveAttribute('data-changed');
  await expect(rows.nth(2)).not.toHaveAttribute('data-changed');

  const menu = page.getByRole('button', { name: 'Export' });
  await menu.click();
  await expect(rows.nth(1)).toContainText('Third');
  await sandbox.commands.tunnels.setState(first.id, 'STOPPED');
  await expect(rows.nth(3)).toContainText('Stopped', { timeout: 20_000 });
  await expect(page.getByRole('menuitem', { name: 'CSV (spreadsheet)' })).toBeFocused();
});

test('rows in view stay in place when others appear above them; tunnels that stop matching aren’t counted', async ({
  page,
  app,
  sandbox,
}) => {
  const { tunnels } = sandbox.commands;
  for (let at = 1; at <= 60; at += 1) tunnels.create({ label: `Read ${at}`, ageMins: 100 + at });
  await page.clock.install();
  await openAs(page, `${app.url}tunnels?state=ACTIVE`);
  const count = page.getByRole('main').getByRole('status').filter({ hasText: 'tunnels' });
  // Not with the button: pressing it would scroll to it.
  const refresh = () => page.clock.runFor(16_000);
  await expect(count).toHaveText('60 tunnels');
  await page.mouse.move(1, 1);
  const row = page.getByRole('link', { name: 'Read 26' });
  await page.evaluate(() => scrollTo(0, 900));
  await expect(row).toBeInViewport();
  const before = await row.boundingBox();

  const [added] = tunnels.create({ count: 7, label: 'New' });
  await refresh();
  await expect(count).toHaveText('67 tunnels');
  expect(await row.boundingBox()).toEqual(before);

  // The same at the end of the page, which gets longer.
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  const last = page.getByRole('link', { name: 'Read 60' });
  await expect(last).toBeInViewport();
  const atTheEnd = await last.boundingBox();
  tunnels.create({ count: 3, label: 'New' });
  await refresh();
  await expect(count).toHaveText('70 tunnels');
  expect(await last.boundingBox()).toEqual(atTheEnd);

  await last.hover();
  await tunnels.setState(added?.id ?? '', 'STOPPING');
  await refresh();
  await expect(count).toHaveText('69 of 70 tunnels · Order paused while you use the table');

  // At the start of the list, new tunnels come into view.
  await page.mouse.move(1, 1);
  await page.evaluate(() => scrollTo(0, 0));
  tunnels.create({ label: 'Newest' });
  await refresh();
  await expect(page.getByRole('link', { name: 'Newest' })).toBeInViewport();
});

test('offline, the list stays with its age; back online, it refreshes at once', async ({
  page,
  app,
  context,
  sandbox,
}) => {
  sandbox.commands.tunnels.create({ label: 'Steady' });
  const requestCount = () => sandbox.commands.requests(LIST).length;
  await page.clock.install();
  await openAs(page, app.url);
  const row = page.getByRole('link', { name: 'Steady' });
  await expect(row).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByText('Offline', { exact: true })).toBeVisible();
  const before = requestCount();
  await page.clock.runFor('05:00');
  await expect(page.getByText('refreshed 5 min ago')).toBeVisible();
  await expect(row).toBeVisible();
  expect(requestCount()).toBe(before);

  sandbox.commands.tunnels.create({ label: 'Meanwhile' });
  await context.setOffline(false);
  await expect(page.getByRole('link', { name: 'Meanwhile' })).toBeVisible();
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await expect(page.getByText('refreshed just now')).toBeVisible();
  expect(requestCount()).toBe(before + 1);
});
