import { openAs, people, signIn } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';
import { accessPointIds } from './fixtures/wizard.ts';

// Finding the two ends.

test.describe('among 10,000', () => {
  test.use({ sandboxOptions: { speed: 10, accessPoints: 10_000, tunnels: 0 } });

  test('only those in sight are in the page; a search asks once, and a keyword searches', async ({
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
      await page.keyboard.press('End');
      await expect
        .poll(async () =>
          Number.parseInt(await page.getByRole('main').getByRole('status').first().innerText(), 10),
        )
        .toBeGreaterThanOrEqual(atLeast);
    }
    expect(await rows.count()).toBeLessThan(60);

    const searches = () =>
      sandbox.commands
        .requests({ path: '/v2/stream_access_points' })
        .flatMap(({ query }) => new URLSearchParams(query).get('filter[fulltext]') ?? []);
    await page.keyboard.press('Home');
    await page.getByRole('searchbox', { name: 'Search' }).pressSequentially('northfield compute');
    const found = page.getByRole('link', { name: 'Northfield Compute Stream', exact: true });
    await expect(found).toBeVisible();
    // Typing asks at its pauses, not at every key; and what is asked stands in the address.
    expect(searches().length).toBeLessThan(6);
    expect(searches().at(-1)).toBe('northfield compute');
    await expect(page).toHaveURL(/q=northfield\+compute/);
    await page.getByRole('list', { name: 'Keywords' }).first().getByRole('link').first().click();
    await expect.poll(() => searches().at(-1)).not.toBe('northfield compute');
    await expect(page.getByRole('searchbox', { name: 'Search' })).toHaveValue(searches().at(-1) ?? '');

    // Whose access points one administers, the server says.
    await page.getByRole('checkbox', { name: 'Only ones I administer' }).check();
    const asked = () => sandbox.commands.requests({ path: '/v2/stream_access_points' }).at(-1)?.query ?? '';
    await expect.poll(() => new URLSearchParams(asked()).get('filter[endpoint_admin]')).toBe('true');
  });
});

test('every attribute on a page of its own, hostile texts as texts; favourites are one person’s, on this device', async ({
  page,
  app,
  sandbox,
}) => {
  // Globus forgets who was there, so that somebody else can sign in on this device.
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
  const star = page.getByRole('button', { name: 'Favourite: Harbor Beamline 7 Detector' });
  await star.click();
  await expect(star).toHaveAttribute('aria-pressed', 'true');

  await page.goto(`${app.url}access-points`);
  const favourites = page.getByRole('region', { name: 'Favourites' });
  await favourites.getByRole('link', { name: 'Use as listener: Harbor Beamline 7 Detector' }).click();
  // Taken over as the listener; the initiator is still to be chosen, and the favourite is one press away.
  await page.getByRole('button', { name: 'Harbor Beamline 7 Detector', exact: true }).click();
  await expect(page.getByText('This is also the listener.')).toBeVisible();

  await signOut('Mira Okafor');
  await signIn(page, people.newcomer);
  await page.getByRole('link', { name: 'Access points' }).click();
  await expect(page.getByRole('list', { name: 'Access points' })).toBeVisible();
  await expect(favourites).toBeHidden();

  await signOut('Noor Haddad');
  await signIn(page, people.researcher);
  await page.getByRole('link', { name: 'Access points' }).click();
  await favourites.getByRole('button', { name: 'Clear favourites' }).press('Enter');
  const asked = page.getByRole('dialog', { name: 'Clear favourites?' });
  await asked.getByRole('button', { name: 'Clear favourites' }).press('Enter');
  await expect(favourites).toBeHidden();
  // From where it was, a keyboard goes on.
  await expect(page.locator('main :focus')).toHaveCount(1);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('Harbor');
});
