import { openAs } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';
import { accessPointIds } from './fixtures/wizard.ts';

const NORTHFIELD_ENDPOINT = 'e0000000-0000-4000-8000-000000000002';

test.use({ sandboxOptions: { speed: 10, tunnels: 0 } });

test('search, states and filters narrow the list; a link shows the same to someone else', async ({
  page,
  app,
  sandbox,
}) => {
  const { tunnels } = sandbox.commands;
  tunnels.create({ label: 'Mine', ageMins: 310 });
  tunnels.create({ label: 'Mine, done', state: 'STOPPED', ageMins: 2 });
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

  const tiles = main.getByRole('group', { name: 'Quick filters' });
  await tiles.getByRole('button', { name: 'Ended 1' }).click();
  await expect.poll(names).toEqual(['Mine, done']);
  await tiles.getByRole('button', { name: 'Waiting for listener 1' }).click();
  await expect.poll(names).toEqual(['Mine, waiting']);
  await main.getByRole('button', { name: 'Filters' }).click();
  const states = main.getByRole('group', { name: 'Filter by state' });
  await states.getByRole('button', { name: 'Stopped 1' }).click();
  await expect.poll(names).toEqual(['Mine, waiting', 'Mine, done']);
  await states.getByRole('button', { name: 'Any state' }).click();
  await main.getByRole('button', { name: 'Filters', exact: true }).click();

  const search = main.getByRole('searchbox', { name: 'Find tunnels' });
  await search.fill('okafor mine');
  await expect(main.getByText('3 tunnels', { exact: true })).toBeVisible();
  await search.fill('restricted cluster');
  await expect.poll(names).toEqual(['Mine, waiting']);
  await search.fill('nothing like it');
  await expect(main.getByRole('heading', { name: 'No matching tunnels' })).toBeVisible();
  await expect(
    main.getByText(/^No tunnels match “nothing like it”\. The search covers labels, .+\.$/),
  ).toBeVisible();
  await main.getByRole('button', { name: 'Clear filters' }).click();

  await main.getByRole('button', { name: 'Filters' }).click();
  await main.getByRole('combobox', { name: 'Access point' }).selectOption('Northfield Compute Stream');
  await expect.poll(names).toEqual(['Mine, done', 'Mine']);
  await main.getByRole('combobox', { name: 'Role' }).selectOption('Initiator');
  await expect(main.getByText('No tunnels match the selected filters.')).toBeVisible();
  await main.getByRole('combobox', { name: 'Role' }).selectOption('Any');
  await main.getByRole('combobox', { name: 'Ends within' }).selectOption('1 h');
  await expect.poll(names).toEqual(['Mine']);
  await main.getByRole('combobox', { name: 'Owner' }).selectOption('Mira Okafor');
  await expect(main.getByRole('button', { name: 'Filters 3' })).toBeVisible();

  await page.reload();
  await expect.poll(names).toEqual(['Mine']);
  await expect(main.getByRole('combobox', { name: 'Ends within' })).toHaveValue('60');
});

test('one click leads from an endpoint, or an access point, to the tunnels through it', async ({
  page,
  app,
  sandbox,
}) => {
  const { tunnels } = sandbox.commands;
  tunnels.create({ label: 'In', listenerAccessPointId: accessPointIds.requiresDomain });
  tunnels.create({
    label: 'Out',
    initiatorAccessPointId: accessPointIds.requiresMfa,
    listenerAccessPointId: accessPointIds.open,
  });
  tunnels.create({
    label: 'Elsewhere',
    initiatorAccessPointId: accessPointIds.open,
    listenerAccessPointId: accessPointIds.open,
  });
  await openAs(page, app.url);
  const main = page.getByRole('main');
  const names = () =>
    main
      .getByRole('table', { name: 'Tunnels' })
      .getByRole('row')
      .getByRole('link', { name: /^(In|Out|Elsewhere)$/ })
      .allInnerTexts();

  await page.goto(`${app.url}endpoints/${NORTHFIELD_ENDPOINT}`);
  await main.getByRole('link', { name: '2 tunnels through this endpoint' }).click();
  await expect.poll(async () => (await names()).sort()).toEqual(['In', 'Out']);
  const filters = main.getByRole('list', { name: 'Active filters' }).getByRole('button');
  await expect(filters).toHaveAccessibleName('Remove filter Endpoint: Northfield HPC Center');
  await main.getByRole('button', { name: 'Filters 1' }).click();
  const endpoint = main.getByRole('combobox', { name: 'Endpoint' });
  await expect(endpoint.getByRole('option', { name: 'Northfield HPC Center' })).toBeAttached();
  await expect(endpoint).toHaveValue(NORTHFIELD_ENDPOINT);
  await endpoint.selectOption('Any');
  await expect(main.getByText('3 tunnels', { exact: true })).toBeVisible();

  await page.goto(`${app.url}access-points/${accessPointIds.requiresDomain}`);
  await main.getByRole('link', { name: 'View its tunnels' }).click();
  await expect.poll(names).toEqual(['In']);
  await filters.click();
  await expect(filters).toHaveCount(0);
  await expect(main.getByText('3 tunnels', { exact: true })).toBeVisible();
});

test('a tunnel is found by the address and port of its listener, and by its status', async ({
  page,
  app,
  sandbox,
}) => {
  const { tunnels } = sandbox.commands;
  const [one] = tunnels.create({ label: 'Bound', state: 'ACTIVE' });
  tunnels.create({ label: 'Unbound', state: 'AWAITING_LISTENER' });
  if (!one?.listenerIpAddress) throw new Error('The sandbox created no tunnel with a listener address.');
  await openAs(page, app.url);
  const main = page.getByRole('main');
  const search = main.getByRole('searchbox', { name: 'Find tunnels' });
  const found = main.getByRole('table', { name: 'Tunnels' }).getByRole('link', { name: /ound$/ });
  for (const text of [one.listenerIpAddress, `:${one.listenerPort}`, one.status]) {
    await search.fill(text);
    await expect(found).toHaveText(['Bound']);
  }
});

test('without the access points, a filter by endpoint says that it can’t work, and can be removed', async ({
  page,
  app,
  sandbox,
}) => {
  sandbox.commands.tunnels.create({ label: 'Any' });
  await openAs(page, app.url);
  sandbox.commands.failNext({
    service: 'transfer',
    path: '/v2/stream_access_points',
    count: null,
    status: 403,
  });
  await page.goto(`${app.url}tunnels?endpoint=${NORTHFIELD_ENDPOINT}`);
  const main = page.getByRole('main');
  await expect(main.getByText('Couldn’t load the access points', { exact: true })).toBeVisible();
  await main.getByRole('button', { name: 'Clear filters' }).click();
  await expect(main.getByRole('link', { name: 'Any', exact: true })).toBeVisible();
});
