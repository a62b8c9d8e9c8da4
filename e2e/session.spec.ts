import { openAs, people, stepUp } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';
import {
  accessPointIds,
  createAfterSessionExpiry,
  expectOneTunnel,
  signInAndFillWizard,
  submissionId,
} from './fixtures/wizard.ts';

// How a session expires and how a person signs out, without refresh tokens.

const HOUR_MS = 60 * 60_000;
const tokenCalls = { service: 'auth', method: 'POST', path: '/v2/oauth2/token' } as const;

test('a warning ten minutes before the session expires: "Renew session" returns to the same filter', async ({
  page,
  app,
  sandbox,
}) => {
  await page.clock.install();
  await openAs(page, `${app.url}tunnels?state=ACTIVE`);
  const warning = page.getByRole('status').filter({ hasText: 'Your session expires' });
  sandbox.commands.advanceMs(48 * HOUR_MS - 11 * 60_000);
  await page.clock.fastForward(48 * HOUR_MS - 11 * 60_000);
  await expect(page.getByRole('heading', { level: 1, name: 'Tunnels' })).toBeVisible();
  await expect(warning).toBeHidden();
  sandbox.commands.advanceMs(2 * 60_000);
  await page.clock.fastForward(2 * 60_000);
  await expect(warning).toContainText(/expires at ([\w ]+, )?\d\d:\d\d\. /);
  const newTokens = page.waitForRequest(/\/v2\/oauth2\/token$/);
  await warning.getByRole('button', { name: 'Renew session' }).click();
  await newTokens;
  // Globus still knows the browser and asks nothing.
  await expect(page.getByRole('heading', { level: 1, name: 'Tunnels' })).toBeVisible();
  await expect(warning).toBeHidden();
  expect(page.url()).toBe(`${app.url}tunnels?state=ACTIVE`);
});

test('an expired session: a dialog over the page, each time it happens', async ({ page, app, sandbox }) => {
  await page.clock.install();
  await openAs(page, `${app.url}tunnels?q=beam`);
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  const dialog = page.getByRole('dialog', { name: 'Your session expired' });
  const expireSession = async () => {
    sandbox.commands.advanceMs(48 * HOUR_MS + 1000);
    await page.clock.fastForward(48 * HOUR_MS + 30_000);
  };
  await expireSession();
  await dialog.getByRole('button', { name: 'Not now' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Session expired', { exact: true })).toBeVisible();
  await expect(page.getByRole('searchbox').first()).toHaveValue('beam');
  const notice = page.getByRole('status').filter({ hasText: 'Your session expired' });
  await notice.getByRole('button', { name: 'Sign in again' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Tunnels' })).toBeVisible();
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  expect(page.url()).toBe(`${app.url}tunnels?q=beam`);
  await expireSession();
  await expect(dialog).toBeVisible();
});

test('a session that expires while a tunnel is created: after signing in again, it is created once', async ({
  page,
  app,
  sandbox,
}) => {
  await signInAndFillWizard(page, app.url, accessPointIds.open);
  sandbox.commands.auth.expireTokens();
  await createAfterSessionExpiry(page, sandbox);
});

test('a request in flight when the session expires is neither lost nor repeated', async ({
  page,
  app,
  sandbox,
}) => {
  await page.clock.install();
  await signInAndFillWizard(page, app.url, accessPointIds.open);
  await page.clock.fastForward(48 * HOUR_MS - 60_000);
  sandbox.commands.failNext({ service: 'transfer', method: 'POST', path: '/v2/tunnels', delayMs: 4000 });
  await page.clock.fastForward(45_000);
  await page.getByRole('button', { name: 'Create tunnel' }).click();
  const id = await submissionId(page);
  // Past the expiry, but not so far that the call itself times out.
  await page.clock.fastForward(25_000);
  await expect(page.getByRole('dialog', { name: 'Your session expired' })).toBeVisible();
  await page.getByRole('button', { name: 'Not now' }).click();
  await expect(page).toHaveURL(/\/tunnels\/[0-9a-f-]{36}\/connect$/);
  const notice = page.getByRole('status').filter({ hasText: 'Your session expired' });
  await notice.getByRole('button', { name: 'Sign in again' }).click();
  await expect(notice).toBeHidden();
  await expectOneTunnel(page, sandbox, id);
  expect(sandbox.commands.requests({ method: 'POST', path: '/v2/tunnels' })).toHaveLength(1);
});

test('many calls rejected at once: one dialog, and no further requests', async ({ page, app, sandbox }) => {
  const [tunnel] = sandbox.commands.tunnels.create({ label: 'Steady', state: 'ACTIVE' });
  // The page refreshes only when the clock moves, so that all calls are rejected together.
  await page.clock.install();
  await openAs(page, `${app.url}tunnels/${tunnel?.id}/events`);
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Events' })).toBeVisible();
  sandbox.commands.auth.revokeTokens();
  sandbox.commands.clearRequests();
  await page.clock.fastForward(16_000);
  await expect(page.getByRole('dialog', { name: 'Your session expired' })).toHaveCount(1);
  await expect(page.getByRole('list', { name: 'Events' })).toBeAttached();
  const rejected = sandbox.commands.requests({ service: 'transfer', method: 'GET' });
  expect(rejected.map(({ status }) => status)).toEqual(Array(rejected.length).fill(401));
  // The tunnel and its events: one attempt each.
  expect(rejected.length).toBeGreaterThanOrEqual(2);
  expect(new Set(rejected.map(({ path }) => path)).size).toBe(rejected.length);
  expect(sandbox.commands.requests(tokenCalls)).toHaveLength(0);
});

test('signing out revokes every token, also those that a step-up replaced, and clears drafts', async ({
  page,
  app,
  sandbox,
}) => {
  await signInAndFillWizard(page, app.url, accessPointIds.requiresDomain);
  await page.getByRole('button', { name: 'Create tunnel' }).click();
  await stepUp(page, { as: people.researcherAtHpc });
  await expect(page.getByRole('heading', { level: 1, name: 'Night run 7' })).toBeVisible();
  await page.goto(`${app.url}tunnels/new?label=Secret+draft`);
  await page.getByRole('radio', { name: 'Harbor Beamline 7 Detector' }).check();
  expect(sandbox.tokens.all()).toHaveLength(4);

  await page.getByRole('button', { name: 'Mira Okafor' }).click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Sign in with Globus' })).toBeEnabled();
  expect(sandbox.tokens.all().map(({ revoked }) => revoked)).toEqual([true, true, true, true]);
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).toBe('{}');

  // Going back in the history shows none of it either.
  await page.goBack();
  await expect(page.getByRole('button', { name: 'Sign in with Globus' })).toBeEnabled();
  await expect(page.getByText('Night run 7')).toBeHidden();
});

test('a different person who signs in where a site requires it: the tokens of the first one are revoked', async ({
  page,
  app,
  sandbox,
}) => {
  await signInAndFillWizard(page, app.url, accessPointIds.requiresDomain);
  await page.getByRole('button', { name: 'Create tunnel' }).click();
  await stepUp(page, { as: people.administrator });
  await expect(page.getByRole('button', { name: 'Jonas Lindqvist' })).toBeVisible();
  const owners = () => new Set(sandbox.commands.auth.validTokens().map(({ identityId }) => identityId));
  await expect.poll(() => owners().size).toBe(1);
});

test('signing out of Globus opens its page, and the next sign-in asks for an identity', async ({
  page,
  app,
}) => {
  await openAs(page, app.url);
  await page.getByRole('button', { name: 'Mira Okafor' }).click();
  await page.getByRole('button', { name: 'Sign out of Globus in this browser' }).click();
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
  await page.getByRole('link', { name: 'Return to Globus Streams' }).click();
  await page.getByRole('button', { name: 'Sign in with Globus' }).click();
  await expect(page.getByRole('button', { name: people.researcher })).toBeVisible();
});

test('signing out does not wait for Globus if it does not respond', async ({ page, app, sandbox }) => {
  await page.clock.install();
  await openAs(page, app.url);
  sandbox.commands.failNext({
    service: 'auth',
    path: '/v2/oauth2/token/revoke',
    count: null,
    delayMs: 60_000,
  });
  await page.getByRole('button', { name: 'Mira Okafor' }).click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByText('Signing out…')).toBeVisible();
  await page.clock.fastForward(10_000);
  await expect(page.getByRole('button', { name: 'Sign in with Globus' })).toBeEnabled();
});

test('a different person who signs in after the session expired finds nothing of the previous one', async ({
  page,
  app,
  sandbox,
}) => {
  await page.clock.install();
  const stored = () => page.evaluate(() => JSON.stringify({ ...sessionStorage }));
  await openAs(page, app.url);
  await page.goto(`${app.url}tunnels/new?label=Secret+draft`);
  await page.getByRole('radio', { name: 'Harbor Beamline 7 Detector' }).check();
  sandbox.commands.auth.endSessions();
  sandbox.commands.auth.revokeTokens();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('searchbox', { name: 'Search access points' }).fill('northfield');
  await page.getByRole('dialog').getByRole('button', { name: 'Sign in again' }).click();
  await page.getByRole('button', { name: people.newcomer }).click();
  await expect(page.getByRole('button', { name: 'Noor Haddad' })).toBeVisible();
  expect(await stored()).not.toContain('Secret draft');
  await page.getByRole('link', { name: 'Tunnels', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'You have no tunnels' })).toBeVisible();

  // An expired session is not restored when the next person signs in, but the tab still knows whose drafts it holds.
  await page.goto(`${app.url}tunnels/new?label=Noor+draft`);
  await page.getByRole('radio', { name: 'Harbor Beamline 7 Detector' }).check();
  sandbox.commands.auth.endSessions();
  sandbox.commands.advanceMs(48 * HOUR_MS + 1000);
  await page.clock.fastForward(48 * HOUR_MS + 30_000);
  expect(await stored()).toContain('Noor draft');
  await page.getByRole('dialog').getByRole('button', { name: 'Sign in again' }).click();
  await page.getByRole('button', { name: people.researcher }).click();
  await expect(page.getByRole('button', { name: 'Mira Okafor' })).toBeVisible();
  expect(await stored()).not.toContain('Noor draft');
});
