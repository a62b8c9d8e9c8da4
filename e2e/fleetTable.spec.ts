import { openAs } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';
import { accessPointIds } from './fixtures/wizard.ts';

test.use({ sandboxOptions: { speed: 10, tunnels: 0 } });

test('counts, words and conditions narrow the list; a link shows somebody else the same', async ({
  page,
  app,
  sandbox,
}) => {
  const { tunnels } = sandbox.commands;
  tunnels.create({ label: 'Mine', ageMins: 300 });
  tunnels.create({ label: 'Mine, over', state: 'STOPPED', ageMins: 2 });
  tunnels.create({
    label: 'Mine, waiting',
    ageMins: 1,
    state: 'AWAITING_LISTENER',
    listenerAccessPointId: accessPointIds.requiresDomain,
  });
  await openAs(page, app.url);
  const main = page.getByRole('main');
  const table = main.getByRole('table', { name: 'Tunnels' });
  const names = () => table.getByRole('row').getByRole('link').filter({ hasText: 'Mine' }).allInnerTexts();

  await main.getByRole('group', { name: 'Show by state' }).getByRole('button', { name: 'Stopped 1' }).click();
  await expect.poll(names).toEqual(['Mine, over']);
  await main.getByRole('button', { name: 'Waiting for listener 1' }).click();
  await expect.poll(names).toEqual(['Mine, waiting', 'Mine, over']);
  await main.getByRole('button', { name: 'All 3' }).click();

  const search = main.getByRole('searchbox', { name: 'Find tunnels' });
  await search.fill('okafor mine');
  await expect(main.getByText('3 tunnels', { exact: true })).toBeVisible();
  await search.fill('restricted cluster');
  await expect.poll(names).toEqual(['Mine, waiting']);
  await search.fill('nothing like it');
  await expect(main.getByRole('heading', { name: 'No tunnel matches' })).toBeVisible();
  await expect(
    main.getByText(/^None has “nothing like it” in its label, .+ or organization\.$/),
  ).toBeVisible();
  await main.getByRole('button', { name: 'Show all 3' }).click();

  await main.getByRole('button', { name: 'Filters' }).click();
  await main.getByRole('combobox', { name: 'Access point' }).selectOption('Northfield Compute Stream');
  await expect.poll(names).toEqual(['Mine, over', 'Mine']);
  await main.getByRole('combobox', { name: 'On which side' }).selectOption('As the initiator');
  await expect(main.getByText('None meets what is set in Filters.')).toBeVisible();
  await main.getByRole('combobox', { name: 'On which side' }).selectOption('Either');
  await main.getByRole('combobox', { name: 'Time left' }).selectOption('at most 1 h');
  await expect.poll(names).toEqual(['Mine']);
  await main.getByRole('combobox', { name: 'Owner' }).selectOption('Mira Okafor');
  await expect(main.getByRole('button', { name: 'Filters 3' })).toBeVisible();

  await page.reload();
  await expect.poll(names).toEqual(['Mine']);
  await expect(main.getByRole('combobox', { name: 'Time left' })).toHaveValue('60');
});

test('columns are chosen, moved and resized by keyboard; sorted and grouped; all of it in the address', async ({
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
  await openAs(page, `${app.url}tunnels?panel=arrange`);
  const main = page.getByRole('main');
  const heads = main.getByRole('table', { name: 'Tunnels' }).getByRole('columnheader');

  await main.getByRole('checkbox', { name: 'Owner' }).press('Space');
  await main.getByRole('button', { name: 'Move Owner earlier' }).press('Enter');
  await expect.poll(async () => (await heads.allInnerTexts()).slice(-2)).toEqual(['Owner', 'Ends']);
  const width = main.getByRole('spinbutton', { name: 'Width of Owner, in pixels' });
  await width.fill('260');
  await width.press('Enter');
  await expect.poll(async () => (await heads.nth(6).boundingBox())?.width).toBe(260);

  await heads.getByRole('button', { name: 'Tunnel' }).click();
  await expect(heads.nth(2)).toHaveAttribute('aria-sort', 'ascending');
  await main.getByRole('combobox', { name: 'Group by' }).selectOption('Pair of access points');
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

test('a column is resized by its edge: dragged, by keys and by touch, the address written when one lets go', async ({
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
