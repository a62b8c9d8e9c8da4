import { openAs, people } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';

// Loading, error, empty and stale look different.

test('loading: the list says so while Globus responds slowly', async ({ page, app, sandbox }) => {
  sandbox.commands.failNext({ service: 'transfer', path: '/v2/tunnels', count: 1, delayMs: 1500 });
  await openAs(page, app.url);
  await expect(page.getByRole('status').filter({ hasText: 'Loading' })).toBeAttached();
  await expect(page.getByRole('table', { name: 'Tunnels' })).toBeVisible();
});

test('empty: a user without tunnels sees what would be here and the next step', async ({ page, app }) => {
  await openAs(page, app.url, people.newcomer);
  await expect(page.getByRole('heading', { name: 'You have no tunnels' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: 'New tunnel' }).first()).toBeVisible();
});

test('error: with the request ID and a next step, and it recovers', async ({ page, app, sandbox }) => {
  const failure = {
    status: 403,
    body: { errors: [{ status: 403, code: 'Forbidden', detail: 'No.' }], meta: { request_id: 'req-42' } },
  };
  const list = { service: 'transfer', path: '/v2/tunnels', count: 1, ...failure } as const;
  sandbox.commands.failNext(list);
  sandbox.commands.failNext({ ...list, delayMs: 1500 });
  await openAs(page, app.url);
  const alert = page.getByRole('alert');
  await expect(alert.getByRole('heading', { name: 'You don’t have permission' })).toBeVisible();
  await expect(alert).toContainText('req-42');
  await expect(page.getByRole('heading', { name: 'You have no tunnels' })).toBeHidden();
  // The message stays while the request is retried.
  await page.waitForRequest((request) => request.method() === 'GET' && request.url().endsWith('/v2/tunnels'));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(await alert.isVisible()).toBe(true);
  // The list retries automatically.
  await expect(page.getByRole('table', { name: 'Tunnels' })).toBeVisible({ timeout: 20_000 });
});

test('stale: a failed refresh keeps the earlier data and says so', async ({ page, app, sandbox }) => {
  await openAs(page, app.url);
  const table = page.getByRole('table', { name: 'Tunnels' });
  await expect(table).toBeVisible();
  sandbox.commands.failNext({
    service: 'transfer',
    path: '/v2/tunnels',
    count: 100,
    status: 403,
    body: '<h1>Forbidden</h1>',
    contentType: 'text/html',
  });
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await expect(page.getByText('Couldn’t refresh. Showing earlier data.')).toBeVisible();
  await expect(page.getByText('Retrying', { exact: true })).toBeVisible();
  await expect(table).toBeVisible();
  sandbox.commands.clearFailures();
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
  await expect(page.getByText('Couldn’t refresh.')).toBeHidden();
});
