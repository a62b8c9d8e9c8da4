import type { Page } from '@playwright/test';
import { people, signIn } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';

// What a sign-in needs to be safe: keys to check, secrets that no one can guess, and nothing that stays behind.

const problem = (page: Page, title: string) =>
  page.getByRole('alert').filter({ has: page.getByRole('heading', { name: title }) });

/** Returns what the tab stores for a sign-in in progress: key and value. */
const storedState = (page: Page) =>
  page.evaluate(
    () => Object.entries(sessionStorage).find(([key]) => key.includes(' auth.sign-in.')) ?? ['', ''],
  );

test('the keys of Globus Auth can’t be read: no one is signed in, and another attempt', async ({
  page,
  app,
  sandbox,
}) => {
  sandbox.commands.failNext({ service: 'auth', path: '/jwk.json', status: 503 });
  await page.goto(app.url);
  await signIn(page, people.researcher);
  await expect(problem(page, 'Can’t reach Globus Auth')).toContainText('keys');
  await expect.poll(() => sandbox.commands.auth.validTokens()).toEqual([]);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('table', { name: 'Tunnels' })).toBeVisible();
});

test('a sign-in sends 256 random bits as state and nonce, and leaves none of its secrets behind', async ({
  page,
  app,
}) => {
  const sent: URLSearchParams[] = [];
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname === '/v2/oauth2/authorize') sent.push(searchParams);
  });
  await page.goto(app.url);
  await page.getByRole('button', { name: 'Sign in with Globus' }).click();
  await expect(page.getByRole('button', { name: people.researcher })).toBeVisible();
  // A sign-in that is given up, and one that is completed.
  await page.goto(app.url);
  await signIn(page, people.researcher);
  await expect(page.getByRole('table', { name: 'Tunnels' })).toBeVisible();
  for (const name of ['state', 'nonce']) {
    const values = sent.map((query) => /[0-9a-f]{64}$/.exec(query.get(name) ?? '')?.[0]);
    expect(values).not.toContain(undefined);
    expect(new Set(values).size).toBe(values.length);
  }
  expect(await storedState(page)).toEqual(['', '']);
});

test('a state whose second half was changed', async ({ page, app, sandbox }) => {
  await page.goto(app.url);
  await page.getByRole('button', { name: 'Sign in with Globus' }).click();
  await expect(page.getByRole('button', { name: people.researcher })).toBeVisible();
  await page.goto(app.url);
  const [, text] = await storedState(page);
  const { id } = JSON.parse(text);
  await page.goto(`${app.url}callback?code=abc&state=${id}%3B${'0'.repeat(64)}`);
  await expect(problem(page, 'This sign-in link isn’t valid')).toBeVisible();
  expect(
    sandbox.commands.requests({ service: 'auth', method: 'POST', path: '/v2/oauth2/token' }),
  ).toHaveLength(0);
});
