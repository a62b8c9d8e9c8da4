import type { Page } from '@playwright/test';
import { openAs, people } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';
import { accessPointIds } from './fixtures/wizard.ts';

test.use({ sandboxOptions: { speed: 10, tunnels: 0 } });

test('one click shows what needs attention, and why; events tell a failure from a stop', async ({
  page,
  app,
  sandbox,
}) => {
  const { tunnels } = sandbox.commands;
  const [failing] = tunnels.create({ label: 'Lost', ageMins: 4 });
  if (!failing) throw new Error('The sandbox created no tunnel.');
  tunnels.fail(failing.id);
  tunnels.create({ label: 'Stopped by someone', state: 'STOPPED', ageMins: 3 });
  tunnels.create({ label: 'Alone', state: 'AWAITING_LISTENER', ageMins: 30 });
  const [healthy] = tunnels.create({ label: 'Healthy', ageMins: 2 });
  if (!healthy) throw new Error('The sandbox created no tunnel.');
  await openAs(page, app.url);
  const main = page.getByRole('main');
  const cells = (label: string) =>
    main.getByRole('table').getByRole('row').filter({ hasText: label }).getByRole('cell');
  const attention = main.getByRole('button', { name: 'Needs attention' });

  await expect(attention).toHaveAccessibleName('Needs attention 2 1 failed, 1 waiting over 10 min');
  await expect(cells('Stopped by someone').nth(1)).toHaveText('Stopped early');
  const events = () => sandbox.commands.requests({ path: `/v2/tunnels/${failing.id}/events` }).length;
  const requestCount = events();
  await attention.click();
  await expect(page).toHaveURL(/attention=yes/);
  await expect(main.getByText('2 of 4 tunnels')).toBeVisible();
  const reason = cells('Lost').nth(1);
  await expect(reason).toHaveText('Failed The control channel was lost');
  await page.getByRole('checkbox', { name: 'Select Lost' }).focus();
  await page.keyboard.press('Tab');
  await expect(reason.locator(':focus')).toHaveText('Failed The control channel was lost');

  // A tunnel that fails while the page is open, on a page that opens with the filter.
  await page.reload();
  await expect(main.getByText('2 of 4 tunnels')).toBeVisible();
  tunnels.fail(healthy.id);
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await expect(attention).toHaveAccessibleName('Needs attention 3 2 failed, 1 waiting over 10 min', {
    timeout: 20_000,
  });
  expect(events()).toBe(2 * requestCount);
});

test('columns can be chosen, moved and resized by keyboard; sorting and grouping are in the address too', async ({
  page,
  app,
  sandbox,
}) => {
  sandbox.commands.tunnels.create({ label: 'B', persona: 'researcher' });
  sandbox.commands.tunnels.create({
    label: 'A',
    persona: 'researcher',
    initiatorAccessPointId: accessPointIds.requiresDomain,
  });
  await openAs(page, `${app.url}tunnels?panel=columns`);
  const main = page.getByRole('main');
  const heads = main.getByRole('table', { name: 'Tunnels' }).getByRole('columnheader');

  await main.getByRole('checkbox', { name: 'Owner' }).press('Space');
  await main.getByRole('button', { name: 'Move Owner left' }).press('Enter');
  await expect.poll(async () => (await heads.allInnerTexts()).slice(-2)).toEqual(['Owner', 'Ends']);
  const width = main.getByRole('spinbutton', { name: 'Width of Owner, in pixels' });
  await width.fill('260');
  await width.press('Enter');
  await expect.poll(async () => (await heads.nth(6).boundingBox())?.width).toBe(260);

  await heads.getByRole('button', { name: 'Tunnel' }).click();
  await expect(heads.nth(2)).toHaveAttribute('aria-sort', 'ascending');
  await main.getByRole('combobox', { name: 'Group by' }).selectOption('Access point pair');
  const groups = main.getByRole('table', { name: 'Tunnels' }).getByRole('rowheader').getByRole('button');
  await expect(groups).toHaveCount(2);
  await groups.first().click();
  await expect(groups.first()).toHaveAttribute('aria-expanded', 'false');
  await expect(groups.last()).toHaveAttribute('aria-expanded', 'true');

  const address = new URL(page.url()).searchParams;
  expect(address.get('columns')).toBe('state,label,initiator,listener,created,owner:260,ends');
  expect([address.get('sort'), address.get('group')]).toEqual(['label', 'pair']);
  await page.reload();
  await expect(groups).toHaveCount(2);
  await expect(groups.first()).toHaveAttribute('aria-expanded', 'false');
  await expect(groups.last()).toHaveAttribute('aria-expanded', 'true');
  await expect.poll(async () => (await heads.nth(6).boundingBox())?.width).toBe(260);
});

test('a column is resized by its edge: by mouse, keyboard and touch; the address changes on release', async ({
  page,
  app,
  sandbox,
}) => {
  sandbox.commands.tunnels.create({ label: 'One' });
  await openAs(page, app.url);
  const table = page.getByRole('table', { name: 'Tunnels' });
  const head = table.getByRole('columnheader', { name: 'Listener' });
  const cell = table.getByRole('row').nth(1).getByRole('cell').filter({ hasText: 'Northfield' });
  const edge = table.getByRole('separator', { name: 'Width of Listener, in pixels' });
  const widths = async () => [(await head.boundingBox())?.width, (await cell.boundingBox())?.width];
  const usual = (await widths())[0] ?? 0;
  const columns = () => new URL(page.url()).searchParams.get('columns');
  const written = (width: number) => `state,label,initiator,listener:${width},created,ends`;

  await edge.hover();
  await page.mouse.down();
  const from = await edge.boundingBox();
  const atX = (from?.x ?? 0) + 12;
  const atY = (from?.y ?? 0) + 12;
  const wanted = Math.round(usual) - 40;
  await page.mouse.move(atX - 40, atY + 200, { steps: 4 });
  await expect.poll(widths).toEqual([wanted, wanted]);
  expect(columns()).toBeNull();
  await page.mouse.up();
  await expect.poll(columns).toBe(written(wanted));
  await page.reload();
  await expect(edge).toHaveAttribute('aria-valuenow', String(wanted));
  expect(await widths()).toEqual([wanted, wanted]);

  await edge.press('ArrowRight');
  await edge.press('ArrowRight');
  await expect.poll(columns).toBe(written(wanted + 32));
  await expect(edge).toHaveAttribute('aria-valuenow', String(wanted + 32));
  await edge.press('End');
  await expect.poll(columns).toBeNull();
  await expect.poll(async () => (await widths())[0]).toBe(usual);

  const { x = 0, y = 0 } = (await edge.boundingBox()) ?? {};
  const finger = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', toX?: number) =>
    finger.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: toX === undefined ? [] : [{ x: toX, y: y + 12 }],
    });
  await touch('touchStart', x + 12);
  await touch('touchMove', x + 2);
  await touch('touchMove', x - 8);
  await touch('touchEnd');
  await expect.poll(columns).toBe(written(Math.round(usual) - 20));
  await edge.dblclick();
  await expect.poll(columns).toBeNull();
  await expect.poll(async () => (await widths())[0]).toBe(usual);
});

/** Measures the part of the table with the rows, the first row in it, and the label of the first one in view. */
const measureRows = (page: Page) =>
  page.getByRole('table', { name: 'Tunnels' }).evaluate((table) => {
    const [head, body] = [...table.querySelectorAll('[role=rowgroup]')];
    const rows = [...(body?.querySelectorAll('[role=row]') ?? [])];
    const topPx = Math.max(0, head?.getBoundingClientRect().bottom ?? 0);
    const inView = rows.find((row) => row.getBoundingClientRect().bottom > topPx + 1);
    return {
      bodyPx: Math.round(body?.getBoundingClientRect().height ?? 0),
      rowPx: Math.round(rows[0]?.getBoundingClientRect().height ?? 0),
      inView: inView?.querySelector('a')?.textContent,
    };
  });

test.describe('on a touch screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 1100, height: 760 } });

  test('the table is as high as all its rows, and rotating the device keeps the row in view', async ({
    page,
    app,
    sandbox,
  }) => {
    for (let at = 1; at <= 100; at += 1) sandbox.commands.tunnels.create({ label: `Run ${at}`, ageMins: at });
    await openAs(page, app.url);
    await expect(page.locator('[role=separator]').first()).toBeAttached();
    await expect.poll(async () => (await measureRows(page)).bodyPx).toBe(100 * 45);

    await page.evaluate(() => scrollTo(0, 2500));
    await expect.poll(async () => (await measureRows(page)).inView).toMatch(/^Run [45]\d$/);
    const { inView } = await measureRows(page);
    await page.setViewportSize({ width: 760, height: 1100 });
    await expect.poll(async () => (await measureRows(page)).rowPx).toBeGreaterThan(100);
    await expect.poll(async () => (await measureRows(page)).inView).toBe(inView);
    await page.setViewportSize({ width: 1100, height: 760 });
    await expect.poll(async () => (await measureRows(page)).bodyPx).toBe(100 * 45);
    await expect.poll(async () => (await measureRows(page)).inView).toBe(inView);
  });
});

test.describe('with letters of twice the size', () => {
  test.use({ viewport: { width: 1920, height: 1080 } });

  test('the table is as high as all its rows', async ({ page, app, sandbox }) => {
    sandbox.commands.tunnels.create({ count: 100, label: 'Run' });
    const debugging = await page.context().newCDPSession(page);
    await debugging.send('Page.enable');
    await debugging.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
    await openAs(page, app.url);
    await expect(page.locator('[role=separator]').first()).toBeAttached();
    const { rowPx } = await measureRows(page);
    expect(rowPx).toBeGreaterThan(37);
    await expect.poll(async () => (await measureRows(page)).bodyPx).toBe(100 * rowPx);
  });
});

test('an administrator sees whether the list includes tunnels of other people', async ({
  page,
  app,
  sandbox,
}) => {
  const { tunnels } = sandbox.commands;
  const listenerAccessPointId = accessPointIds.requiresDomain;
  const table = page.getByRole('table', { name: 'Tunnels' });
  tunnels.create({ label: 'The researcher’s', ageMins: 5, listenerAccessPointId });
  tunnels.create({ label: 'The administrator’s', ageMins: 5, persona: 'administrator' });
  await openAs(page, app.url, people.administrator);
  await expect(page.getByText('Includes 1 tunnel that other people own.')).toBeVisible();
  await expect(table).toContainText('The researcher’s');

  // The service may list only one's own.
  sandbox.commands.setTransferChoices({ visibleTunnels: 'own' });
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await expect(page.getByText('Only tunnels that you own are listed.')).toBeVisible();
  await expect(table).not.toContainText('The researcher’s');
});
