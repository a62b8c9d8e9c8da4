import { openAs, people } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';
import { accessPointIds } from './fixtures/wizard.ts';

// What a site requires, shown to its administrators before anyone is refused.

test('an administrator views a gateway policy after one consent', async ({ page, app, sandbox }) => {
  const address = `${app.url}access-points/${accessPointIds.requiresMfa}`;
  const policy = page.getByRole('region', { name: 'Gateway policy' });
  const fact = (name: string) => policy.getByRole('term').filter({ hasText: name }).locator('xpath=../dd');

  await openAs(page, app.url, people.administrator);
  await page.goto(address);
  await expect(policy).toContainText('This dashboard only reads the policy.');
  expect(sandbox.commands.requests({ service: 'gcs' })).toHaveLength(0);
  await policy.getByRole('button', { name: 'View policy' }).click();
  await page.getByRole('button', { name: 'Allow' }).click();

  await expect(page).toHaveURL(address);
  await expect(fact('Network')).toHaveText('enclave');
  await expect(fact('Allowed domains')).toHaveText('Any');
  await expect(fact('Denied users')).toHaveText('None');
  // The consent covers every access point of the endpoint, and no other endpoint.
  await page.goto(`${app.url}access-points/${accessPointIds.requiresDomain}`);
  await expect(fact('Allowed domains')).toHaveText('hpc.example');
  await expect(fact('LAN secret')).toHaveText('Not required');
  await page.goto(`${app.url}access-points/${accessPointIds.open}`);
  await expect(page.getByText('Harbor University Beamlines').first()).toBeVisible();
  await expect(policy).toBeHidden();
});

test('someone who doesn’t administer the endpoint isn’t offered its policy', async ({ page, app }) => {
  await openAs(page, app.url);
  await page.goto(`${app.url}access-points/${accessPointIds.requiresMfa}`);
  // The endpoint's name arrives together with the user's roles on it.
  await expect(page.getByText('Northfield HPC Center').first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Technical details' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Gateway policy' })).toBeHidden();
});

test('a GCS Manager that refuses is reported in its own card and nowhere else', async ({
  page,
  app,
  sandbox,
}) => {
  await openAs(page, app.url, people.administrator);
  await page.goto(`${app.url}access-points/${accessPointIds.requiresMfa}`);
  const policy = page.getByRole('region', { name: 'Gateway policy' });
  sandbox.commands.failNext({ service: 'gcs', count: 1, status: 403, code: 'PermissionDenied' });
  await policy.getByRole('button', { name: 'View policy' }).click();
  await page.getByRole('button', { name: 'Allow' }).click();
  await expect(policy.getByRole('heading', { name: 'You don’t have permission' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Northfield Secure Enclave' })).toBeVisible();
  await page.reload();
  await expect(policy.getByRole('term').filter({ hasText: 'Network' })).toBeVisible();

  // A token that the endpoint rejects is requested again; the session with Transfer continues.
  sandbox.commands.failNext({ service: 'gcs', count: null, status: 401, code: 'Unauthorized' });
  await page.reload();
  await expect(policy.getByRole('alert')).toContainText('rejected your session');
  await expect(policy.getByRole('button', { name: 'View policy' })).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
});
