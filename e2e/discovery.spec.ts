import { openAs, people, signIn } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';
import { accessPointIds } from './fixtures/wizard.ts';

// Finding access points.

test.describe('among 10,000', () => {
  test.use({ sandboxOptions: { speed: 10, accessPoints: 10_000, tunnels: 0 } });

  test('only rows in view are rendered; a search waits for pauses in typing, and a keyword searches', async ({
    page,
    app,
    sandbox,
  }) => {
    await openAs(page, app.url);
    await page.getByRole('link', { name: 'Access points' }).click();
    const list = page.getByRole('list', { name: 'Access points' });
    const rows = list.locator(':scope > li');
    await expect(rows.first()).toBeVisible();
    for (const atLeast of [200, 300, 400]) {
      // More than once if need be: a press while rows arrive leads to where the page ended before them.
      await expect
        .poll(async () => {
          await page.keyboard.press('End');
          return Number.parseInt(await page.getByRole('main').getByRole('status').first().innerText(), 10);
        })
        .toBeGreaterThanOrEqual(atLeast);
    }
    expect(await rows.count()).toBeLessThan(60);

    const searches = () =>
      sandbox.commands
        .requests({ path: '/v2/stream_access_points' })
        .flatMap(({ query }) => new URLSearchParams(query).get('filter[fulltext]') ?? []);
    // Likewise: rows that are measured after a press can move the page again.
    await expect
      .poll(async () => {
        await page.keyboard.press('Home');
        return page.evaluate(() => scrollY);
      })
      .toBe(0);
    await page.getByRole('searchbox', { name: 'Search' }).pressSequentially('northfield compute');
    const found = page.getByRole('link', { name: 'Northfield Compute Stream', exact: true });
    await expect(found).toBeVisible();
    // A pause in typing searches, not every key; and the search is part of the address.
    expect(searches().length).toBeLessThan(6);
    expect(searches().at(-1)).toBe('northfield compute');
    await expect(page).toHaveURL(/q=northfield\+compute/);
    await page.getByRole('list', { name: 'Keywords' }).first().getByRole('link').first().click();
    await expect.poll(() => searches().at(-1)).not.toBe('northfield compute');
    await expect(page.getByRole('searchbox', { name: 'Search' })).toHaveValue(searches().at(-1) ?? '');

    // The server decides which access points a user administers.
    await page.getByRole('checkbox', { name: 'Only ones I administer' }).check();
    const lastQuery = () =>
      sandbox.commands.requests({ path: '/v2/stream_access_points' }).at(-1)?.query ?? '';
    await expect.poll(() => new URLSearchParams(lastQuery()).get('filter[endpoint_admin]')).toBe('true');
  });
});

test('with text of twice the size, a long list is as tall as its cards', async ({ page, app }) => {
  await page.setViewportSize({ width: 1100, height: 800 });
  // What a user sets in the browser's settings: 1100 px are then as narrow as 550 px.
  const debugging = await page.context().newCDPSession(page);
  await debugging.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
  await openAs(page, `${app.url}access-points`);
  const rows = page.getByRole('list', { name: 'Access points' }).locator(':scope > li');
  await expect(rows.first()).toBeVisible();
  const heights = await rows.evaluateAll((items) => items.map((item) => item.getBoundingClientRect().height));
  const rendered = Math.max(...heights);
  // Rows that were never rendered are guessed to be cards too.
  const listHeight = await page
    .getByRole('list', { name: 'Access points' })
    .evaluate((list) => list.getBoundingClientRect().height);
  const total = Number(await rows.first().getAttribute('aria-setsize'));
  expect(total).toBeGreaterThan(heights.length);
  const guessed = (listHeight - heights.reduce((sum, height) => sum + height, 0)) / (total - heights.length);
  expect(guessed).toBeGreaterThan(rendered / 2);
});

test('a page shows every attribute, hostile texts as text; favorites belong to one user on this device', async ({
  page,
  app,
  sandbox,
}) => {
  // Globus forgets the user, so that someone else can sign in on this device.
  const signOut = async (name: string) => {
    sandbox.commands.auth.endSessions();
    await page.getByRole('button', { name }).click();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  };
  await openAs(page, app.url);
  await page.goto(`${app.url}access-points/acce5500-0000-4000-8000-000000000010`);
  const main = page.getByRole('main');
  await expect(main.getByText('javascript:alert("info_link")')).toBeVisible();
  expect(
    await main.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
  ).toEqual(expect.not.arrayContaining([expect.stringMatching(/^javascript:/i)]));

  await page.goto(`${app.url}access-points/${accessPointIds.open}`);
  await expect(main.getByText('Harbor University Beamlines').first()).toBeVisible();
  const star = page.getByRole('button', { name: 'Favorite: Harbor Beamline 7 Detector' });
  await star.click();
  await expect(star).toHaveAttribute('aria-pressed', 'true');

  await page.goto(`${app.url}access-points`);
  const favorites = page.getByRole('region', { name: 'Favorites' });
  await favorites.getByRole('link', { name: 'Use as listener: Harbor Beamline 7 Detector' }).click();
  // It becomes the listener; the initiator is still to be chosen, and the favorite is one press away.
  await page.getByRole('button', { name: 'Harbor Beamline 7 Detector', exact: true }).click();
  await expect(page.getByText('This is also the listener.')).toBeVisible();

  await signOut('Mira Okafor');
  await signIn(page, people.newcomer);
  await page.getByRole('link', { name: 'Access points' }).click();
  await expect(page.getByRole('list', { name: 'Access points' })).toBeVisible();
  await expect(favorites).toBeHidden();

  await signOut('Noor Haddad');
  await signIn(page, people.researcher);
  await page.getByRole('link', { name: 'Access points' }).click();
  await favorites.getByRole('button', { name: 'Clear favorites' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Clear favorites?' });
  await dialog.getByRole('button', { name: 'Clear favorites' }).press('Enter');
  await expect(favorites).toBeHidden();
  // The focus stays in the page.
  await expect(page.locator('main :focus')).toHaveCount(1);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('Harbor');
});

test('a service that rejects the page size: access points, the wizard and events are shown all the same', async ({
  page,
  app,
  sandbox,
}) => {
  const rejection = {
    service: 'transfer',
    count: null,
    status: 422,
    body: { detail: [{ loc: ['query', 'page[limit]'], msg: 'Too large.', type: 'less_than_equal' }] },
  } as const;
  sandbox.commands.failNext({ ...rejection, path: '^/v2/stream_access_points\\?.*page%5Blimit%5D=100' });
  sandbox.commands.failNext({ ...rejection, path: '^/v2/tunnels/.*events\\?.*page%5Blimit%5D=' });
  const [tunnel] = sandbox.commands.tunnels.create({ label: 'Listed', state: 'ACTIVE', ageMins: 5 });
  await openAs(page, `${app.url}access-points`);
  await expect(page.getByRole('link', { name: 'Harbor Beamline 7 Detector', exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'New tunnel' }).click();
  await page.getByRole('searchbox', { name: 'Search access points' }).fill('northfield compute');
  await expect(page.getByRole('radio', { name: 'Northfield Compute Stream' })).toBeVisible();
  const limits = () =>
    sandbox.commands
      .requests({ path: '/v2/stream_access_points' })
      .map(({ query }) => new URLSearchParams(query).get('page[limit]'));
  expect(limits().filter((limit) => limit === '25').length).toBeGreaterThan(0);
  sandbox.commands.clearRequests();
  await page.getByRole('searchbox', { name: 'Search access points' }).fill('beamline');
  // What the service accepts is remembered: the rejected limit isn't sent again.
  await expect.poll(() => [...new Set(limits())]).toEqual(['25']);

  await page.goto(`${app.url}tunnels/${tunnel?.id}/events`);
  await expect(page.getByRole('list', { name: 'Events' })).toContainText('TUNNEL_ACTIVE');
});

test('an endpoint without a subscription is named on its access point, when chosen, and when Globus refuses', async ({
  page,
  app,
  sandbox,
}) => {
  const id = accessPointIds.hasNoSubscription;
  const note = page.getByText(/^This endpoint has no Globus subscription\. Streaming needs one/);
  await openAs(page, `${app.url}access-points/${accessPointIds.open}`);
  await expect(page.getByText('Harbor University Beamlines').first()).toBeVisible();
  await expect(note).toBeHidden();
  await page.goto(`${app.url}access-points/${id}`);
  await expect(note).toBeVisible();

  await page.goto(`${app.url}tunnels/new?initiator=${accessPointIds.open}&listener=${id}`);
  const steps = page.getByRole('navigation', { name: 'Steps' });
  await steps.getByRole('link', { name: 'Initiator' }).click();
  await expect(page.getByRole('link', { name: 'Harbor Beamline 7 Detector' }).first()).toBeVisible();
  await expect(note).toBeHidden();
  await steps.getByRole('link', { name: 'Listener' }).click();
  await expect(note).toBeVisible();
  // A link with both sides leads past these steps, so the review says it too. Globus decides.
  await steps.getByRole('link', { name: 'Review' }).click();
  await expect(note).toHaveCount(1);
  await page.getByRole('button', { name: 'Create tunnel' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'has no subscription' })).toContainText(
    'Request ID',
  );
  expect(sandbox.commands.requests({ service: 'transfer', method: 'POST' })).toHaveLength(1);
});
