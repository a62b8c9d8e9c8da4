import { readFile } from 'node:fs/promises';
import { openAs, people, stepUp } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';

test.use({ sandboxOptions: { speed: 10, tunnels: 0 } });

test('stops half of 5,000 tunnels while every seventh request fails; retries only the failures', async ({
  page,
  app,
  sandbox,
}) => {
  test.setTimeout(180_000);
  const { tunnels } = sandbox.commands;
  const half = tunnels.create({ count: 2500, label: 'Half' });
  const rest = tunnels.create({ count: 2500, label: 'Rest' });
  sandbox.commands.failNext({ service: 'transfer', method: 'PATCH', every: 7, status: 500 });
  await openAs(page, `${app.url}tunnels?q=half`);
  await page.getByRole('checkbox', { name: 'Select all matching' }).check();
  await page.getByRole('button', { name: 'Stop 2,500 tunnels' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('list', { name: 'These tunnels will be stopped' })).toContainText(
    'and 2,400 more',
  );
  await dialog.getByRole('button', { name: 'Stop 2,500 tunnels' }).click();
  await expect(dialog.getByText('2,143 tunnels are stopping. Failed: 357.')).toBeVisible({
    timeout: 120_000,
  });
  const failed = dialog.getByRole('list', { name: 'Failed tunnels' }).getByRole('listitem');
  await expect(failed).toHaveCount(357);
  await expect(failed.first()).toContainText(/500: .+Request ID [0-9A-Za-z]{8}/);

  sandbox.commands.clearFailures();
  sandbox.commands.clearRequests();
  await dialog.getByRole('button', { name: 'Retry 357 tunnels' }).click();
  await expect(dialog.getByText('2,500 tunnels are stopping.')).toBeVisible({ timeout: 30_000 });
  expect(sandbox.commands.requests({ service: 'transfer', method: 'PATCH' })).toHaveLength(357);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('region', { name: 'Selection' })).toBeHidden();
  expect(half.filter(({ state }) => state === 'ACTIVE')).toHaveLength(0);
  expect(rest.filter(({ state }) => state !== 'ACTIVE')).toHaveLength(0);
});

test('deleting running tunnels names them, and stops them first on request; a demanded sign-in ends a run', async ({
  page,
  app,
  sandbox,
}) => {
  const { tunnels } = sandbox.commands;
  tunnels.create({ label: 'Running', ageMins: 2 });
  tunnels.create({ label: 'Done', state: 'STOPPED', ageMins: 1 });
  const many = tunnels.create({ count: 20, label: 'Guarded', ageMins: 3 });
  await openAs(page, app.url);
  const dialog = page.getByRole('dialog');

  await test.step('a range by shift, then stop and delete, while the page is paused', async () => {
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('checkbox', { name: 'Select Done' }).click();
    await page.getByRole('checkbox', { name: 'Select Running' }).click({ modifiers: ['Shift'] });
    await expect(page.getByText('2 selected')).toBeVisible();
    await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Delete' }).click();
    await expect(dialog.getByRole('list', { name: 'These tunnels will be deleted' })).toContainText('Done');
    await expect(dialog.getByRole('list', { name: 'These tunnels can’t be deleted' })).toContainText(
      /Running .+….+ not stopped/,
    );
    await dialog.getByRole('button', { name: 'Stop and delete all 2 tunnels' }).click();
    await dialog.getByRole('button', { name: 'Stop and delete 2 tunnels' }).click();
    await expect(dialog.getByText('2 tunnels were deleted.')).toBeVisible({ timeout: 20_000 });
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(page.getByRole('link', { name: 'Running' })).toBeHidden();
  });

  await test.step('a site demands a sign-in: shown once, and the rest is not attempted', async () => {
    sandbox.commands.failNext({
      service: 'transfer',
      method: 'PATCH',
      count: null,
      authorizationParameters: { session_required_mfa: true, session_message: 'A second factor is needed.' },
    });
    await page.getByRole('searchbox', { name: 'Find tunnels' }).fill('guarded');
    await page.getByRole('checkbox', { name: 'Select all matching' }).check();
    await page.getByRole('button', { name: 'Stop 20 tunnels' }).click();
    await dialog.getByRole('button', { name: 'Stop 20 tunnels' }).click();
    await expect(
      dialog.getByText(/^No tunnels were stopped\. Failed: \d\. Not attempted: \d+\.$/),
    ).toBeVisible();
    await expect(dialog.getByRole('alert')).toHaveCount(1);
    await expect(
      dialog.getByRole('alert').getByRole('button', { name: 'Continue to sign-in' }),
    ).toBeVisible();
    expect(sandbox.commands.requests({ method: 'PATCH' }).length).toBeLessThan(10);
    expect(many.every(({ state }) => state === 'ACTIVE')).toBe(true);
  });

  await test.step('after the sign-in, the remaining tunnels are still selected', async () => {
    sandbox.commands.clearFailures();
    await stepUp(page, { as: people.researcher, withMfa: true });
    await expect(page.getByRole('region', { name: 'Selection' })).toContainText('20 selected');
    await page.getByRole('button', { name: 'Stop 20 tunnels' }).click();
    await dialog.getByRole('button', { name: 'Stop 20 tunnels' }).click();
    await expect(dialog.getByText('20 tunnels are stopping.')).toBeVisible({ timeout: 20_000 });
  });
});

test('a site’s demand affects its own tunnels, not those of other sites', async ({ page, app, sandbox }) => {
  const guarded = sandbox.commands.tunnels.create({ count: 8, label: 'Guarded' });
  const [free] = sandbox.commands.tunnels.create({
    label: 'Free',
    initiatorAccessPointId: 'acce5500-0000-4000-8000-000000000003',
    listenerAccessPointId: 'acce5500-0000-4000-8000-000000000004',
  });
  const demand = { authorizationParameters: { session_required_mfa: true } };
  for (const { id } of guarded) {
    sandbox.commands.failNext({
      service: 'transfer',
      method: 'PATCH',
      path: `/v2/tunnels/${id}`,
      count: null,
      ...demand,
    });
  }
  await openAs(page, app.url);
  const dialog = page.getByRole('dialog');
  await page.getByRole('checkbox', { name: 'Select all matching' }).check();
  await page.getByRole('button', { name: 'Stop 9 tunnels' }).click();
  await dialog.getByRole('button', { name: 'Stop 9 tunnels' }).click();
  await expect(dialog.getByText(/^1 tunnel is stopping\. Failed: \d\. Not attempted: \d\.$/)).toBeVisible();
  expect(free && sandbox.world.tunnels.get(free.id)?.state).not.toBe('ACTIVE');
});

test('when Globus asks to slow down, the whole run pauses and resumes automatically, or can be canceled', async ({
  page,
  app,
  sandbox,
}) => {
  const created = sandbox.commands.tunnels.create({ count: 20, label: 'Patient' });
  await openAs(page, app.url);
  const dialog = page.getByRole('dialog');
  const isPatch = { service: 'transfer', method: 'PATCH' } as const;
  await page.getByRole('checkbox', { name: 'Select all matching' }).check();
  await page.getByRole('button', { name: 'Stop 20 tunnels' }).click();

  sandbox.commands.failNext({ ...isPatch, count: null, status: 429, headers: { 'Retry-After': '600' } });
  await dialog.getByRole('button', { name: 'Stop 20 tunnels' }).click();
  await expect(dialog.getByText(/^Globus asked to slow down\. Resuming in (10|9) min\b/)).toBeVisible();
  // The dialog of a run can't be closed, although browsers close it themselves at the second press.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Cancel remaining' }).click();
  await expect(dialog.getByText('No tunnels were stopped. Not attempted: 20.')).toBeVisible();
  expect(sandbox.commands.requests(isPatch).length).toBeLessThanOrEqual(6);

  sandbox.commands.clearFailures();
  sandbox.commands.clearRequests();
  sandbox.commands.failNext({ ...isPatch, status: 503, headers: { 'Retry-After': '3' } });
  await dialog.getByRole('button', { name: 'Retry 20 tunnels' }).click();
  await expect(dialog.getByText(/^Globus asked to slow down\. Resuming in [123] s\./)).toBeVisible();
  await expect(dialog.getByText('20 tunnels are stopping.')).toBeVisible();
  const times = sandbox.commands.requests(isPatch).map(({ time }) => new Date(time).getTime());
  expect(times).toHaveLength(21);
  const gaps = times.slice(1).map((time, at) => time - (times[at] ?? 0));
  expect(Math.max(...gaps)).toBeGreaterThanOrEqual(2500);
  expect(created.filter(({ state }) => state === 'ACTIVE')).toHaveLength(0);

  // The report stays when the last tunnel is gone.
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('button', { name: 'Ended 20' })).toBeVisible();
  await page.getByRole('checkbox', { name: 'Select all matching' }).check();
  await page.getByRole('button', { name: 'Delete 20 tunnels' }).click();
  await dialog.getByRole('button', { name: 'Delete 20 tunnels' }).click();
  await expect(page.getByText('You have no tunnels')).toBeAttached();
  await expect(dialog.getByText('20 tunnels were deleted.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(page.locator('main :focus')).toHaveCount(1);
});

test('exports the matching tunnels; no label becomes a formula', async ({ page, app, sandbox }) => {
  const labels = ['=1+1', '+1', '-1', '@x', 'plain'];
  for (const label of labels) sandbox.commands.tunnels.create({ label });
  await openAs(page, `${app.url}tunnels?q=1`);
  const main = page.getByRole('main');
  const fileOf = async (name: string) => {
    await main.getByRole('button', { name: 'Export' }).click();
    const saved = page.waitForEvent('download');
    await main.getByRole('menuitem', { name }).click();
    return readFile(await (await saved).path(), 'utf8');
  };
  await main.getByRole('searchbox', { name: 'Find tunnels' }).fill('');
  await expect(main.getByText('5 tunnels', { exact: true })).toBeVisible();
  const csv = await fileOf('CSV (spreadsheet)');
  for (const label of ["'=1+1", "'+1", "'-1", "'@x", 'plain']) expect(csv).toContain(`,${label},`);
  expect(csv).toContain('Harbor Beamline 7 Detector');
  await main.getByRole('searchbox', { name: 'Find tunnels' }).fill('plain');
  await expect(main.getByText('1 of 5 tunnels')).toBeVisible();
  const json: unknown = JSON.parse(await fileOf('JSON'));
  expect(json).toMatchObject([{ label: 'plain', state: 'ACTIVE' }]);
});
