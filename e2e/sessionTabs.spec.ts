import { openAs, people } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';

// Several tabs of one dashboard, and tokens in memory only.

test('a new tab takes over the session; signing out in one signs out all', async ({
  page,
  context,
  app,
  sandbox,
}) => {
  const waiting = await context.newPage();
  await waiting.goto(`${app.url}access-points`);
  await expect(waiting.getByRole('button', { name: 'Sign in with Globus' })).toBeEnabled();
  await openAs(page, app.url);
  // This tab waited on the sign-in page and continues to its own address.
  await expect(waiting.getByRole('heading', { level: 1, name: 'Access points' })).toBeVisible();
  const fresh = await context.newPage();
  await fresh.goto(`${app.url}tunnels?state=ACTIVE`);
  await expect(fresh.getByRole('heading', { level: 1, name: 'Tunnels' })).toBeVisible();
  expect(sandbox.tokens.all()).toHaveLength(2);

  await waiting.getByRole('button', { name: 'Mira Okafor' }).click();
  await waiting.getByRole('button', { name: 'Sign out', exact: true }).click();
  for (const tab of [page, waiting, fresh]) {
    await expect(tab.getByRole('button', { name: 'Sign in with Globus' })).toBeEnabled();
    expect(await tab.evaluate(() => JSON.stringify({ ...sessionStorage }))).toBe('{}');
  }
});

test('signing in again in one tab restores the session in the others', async ({
  page,
  context,
  app,
  sandbox,
}) => {
  await openAs(page, app.url);
  const other = await context.newPage();
  await other.goto(`${app.url}tunnels?state=ACTIVE`);
  sandbox.commands.auth.revokeTokens();
  const dialogOf = (tab: typeof page) => tab.getByRole('dialog', { name: 'Your session expired' });
  // Each tab learns it from its own next refresh.
  for (const tab of [page, other]) await expect(dialogOf(tab)).toBeVisible({ timeout: 20_000 });
  await dialogOf(page).getByRole('button', { name: 'Sign in again' }).click();
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await expect(dialogOf(other)).toBeHidden();
  await expect(other.getByText('Live', { exact: true })).toBeVisible();
  await expect(other.getByText('Couldn’t refresh.')).toBeHidden();
});

test('a different person’s sign-in in another tab changes nothing here', async ({
  page,
  context,
  app,
  sandbox,
}) => {
  const other = await context.newPage();
  await other.goto(app.url);
  await other.getByRole('button', { name: 'Sign in with Globus' }).click();
  // The other tab is on the sign-in page of Globus while Mira signs in here.
  await openAs(page, app.url);
  await expect(page.getByRole('table', { name: 'Tunnels' })).toBeVisible();
  await other.getByRole('button', { name: people.newcomer }).click();
  await expect(other.getByRole('heading', { name: 'You have no tunnels' })).toBeVisible();
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await expect(page.getByRole('button', { name: 'Mira Okafor' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Tunnels' })).toBeVisible();

  // Noor signs out; Mira stays.
  await other.getByRole('button', { name: 'Noor Haddad' }).click();
  await other.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect.poll(() => sandbox.tokens.all().filter(({ revoked }) => revoked).length).toBe(2);
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Mira Okafor' })).toBeVisible();
});

test.describe('tokens in memory only', () => {
  test.use({ config: { tokenStorage: 'memory' } });

  test('a reload goes through Globus and returns to the same address; storage contains no token', async ({
    page,
    app,
    sandbox,
  }) => {
    await openAs(page, `${app.url}tunnels?state=ACTIVE&q=a`);
    const stored = () => page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
    const expectNoToken = async () => {
      const text = await stored();
      for (const { token } of sandbox.tokens.all()) expect(text).not.toContain(token);
    };
    await expectNoToken();
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: 'Tunnels' })).toBeVisible();
    expect(page.url()).toBe(`${app.url}tunnels?state=ACTIVE&q=a`);
    expect(sandbox.tokens.all()).toHaveLength(4);
    await expectNoToken();

    // Without a session at Globus, its page asks. Declining leads to the sign-in page, not into a loop.
    sandbox.commands.auth.endSessions();
    await page.reload();
    await page.getByRole('button', { name: 'Deny' }).click();
    await expect(page.getByRole('heading', { name: 'Sign-in canceled' })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('button', { name: 'Sign in with Globus' })).toBeEnabled();
  });

  test('no token leaves its tab, and a sign-out still reaches every tab', async ({
    page,
    context,
    app,
    sandbox,
  }) => {
    await openAs(page, app.url);
    const fresh = await context.newPage();
    await fresh.goto(`${app.url}access-points`);
    const heard = await fresh.evaluateHandle((name) => {
      const messages: unknown[] = [];
      const channel = new BroadcastChannel(name);
      channel.onmessage = ({ data }) => messages.push(data);
      channel.postMessage({ type: 'who-is-signed-in', question: 'who?' });
      return messages;
    }, `globus-streams / ${sandbox.client.id} session`);
    await expect.poll(() => heard.jsonValue()).toEqual([{ type: 'not-signed-in', question: 'who?' }]);
    // It signs in for itself: Globus knows the browser.
    await fresh.getByRole('button', { name: 'Sign in with Globus' }).click();
    await expect(fresh.getByRole('heading', { level: 1, name: 'Access points' })).toBeVisible();
    expect(sandbox.commands.auth.validTokens()).toHaveLength(4);
    await fresh.getByRole('button', { name: 'Mira Okafor' }).click();
    await fresh.getByRole('button', { name: 'Sign out', exact: true }).click();
    for (const tab of [page, fresh])
      await expect(tab.getByRole('button', { name: 'Sign in with Globus' })).toBeEnabled();
    await expect.poll(() => sandbox.commands.auth.validTokens()).toEqual([]);
  });

  test.describe('and refresh tokens', () => {
    test.use({ config: { tokenStorage: 'memory', renewal: 'refresh-token' } });

    test('reloading and closing the page leaves no token behind', async ({ page, app, sandbox }) => {
      await openAs(page, app.url);
      for (let time = 1; time <= 2; time += 1) {
        await page.reload();
        await expect(page.getByRole('table', { name: 'Tunnels' })).toBeVisible();
      }
      await expect.poll(() => sandbox.commands.auth.validTokens().length).toBe(4);
      await page.goto(`${sandbox.auth}/.well-known/openid-configuration`);
      await expect.poll(() => sandbox.commands.auth.validTokens()).toEqual([]);
    });
  });
});
