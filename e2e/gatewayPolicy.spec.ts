import { openAs, people } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';
import { accessPointIds } from './fixtures/wizard.ts';

// What a site asks for, shown to its administrators before anybody runs into it.

test('an administrator reads the policy of a gateway with one consent', async ({ page, app, sandbox }) => {
  const address = `${app.url}access-points/${accessPointIds.requiresMfa}`;
  const policy = page.getByRole('region', { name: 'Policy of the gateway' });
  const fact = (name: string) => policy.getByRole('term').filter({ hasText: name }).locator('xpath=../dd');

  await openAs(page, app.url, people.administrator);
  await page.goto(address);
  await expect(policy).toContainText('This dashboard only reads.');
  expect(sandbox.commands.requests({ service: 'gcs' })).toHaveLength(0);
  await policy.getByRole('button', { name: 'Show the policy' }).click();
  await page.getByRole('button', { name: 'Allow' }).click();

  await expect(page).toHaveURL(address);
  await expect(fact('Multi-factor authentication')).toHaveText('needed');
  await expect(fact('Identities from')).toHaveText('no domain named');
  await expect(fact('Users denied')).toHaveText('none named');
  // The consent holds for every access point of the endpoint, and is no business of other endpoints.
  await page.goto(`${app.url}access-points/${accessPointIds.requiresDomain}`);
  await expect(fact('Identities from')).toHaveText('hpc.example');
  await expect(fact('LAN secret')).toHaveText('not needed');
  await page.goto(`${app.url}access-points/${accessPointIds.open}`);
  await expect(page.getByText('Harbor University Beamlines').first()).toBeVisible();
  await expect(policy).toBeHidden();
});

test('whoever does not administer the endpoint is not asked for it', async ({ page, app }) => {
  await openAs(page, app.url);
  await page.goto(`${app.url}access-points/${accessPointIds.requiresMfa}`);
  // What one may do on the endpoint comes with its name.
  await expect(page.getByText('Northfield HPC Center').first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'For tools and support' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Policy of the gateway' })).toBeHidden();
});

test('a GCS Manager that does not answer, or wants more, says so in its own card and nowhere else', async ({
  page,
  app,
  sandbox,
}) => {
  await openAs(page, app.url, people.administrator);
  await page.goto(`${app.url}access-points/${accessPointIds.requiresMfa}`);
  const policy = page.getByRole('region', { name: 'Policy of the gateway' });
  sandbox.commands.failNext({ service: 'gcs', count: 1, status: 403, code: 'PermissionDenied' });
  await policy.getByRole('button', { name: 'Show the policy' }).click();
  await page.getByRole('button', { name: 'Allow' }).click();
  await expect(policy.getByRole('heading', { name: 'You are not allowed to do this' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Northfield Secure Enclave' })).toBeVisible();
  await page.reload();
  await expect(policy.getByRole('term').filter({ hasText: 'Network' })).toBeVisible();

  // A token that the endpoint takes no more is asked for anew; Transfer's goes on.
  sandbox.commands.failNext({ service: 'gcs', count: null, status: 401, code: 'Unauthorized' });
  await page.reload();
  await expect(policy.getByRole('alert')).toContainText('does not take this sign-in');
  await expect(policy.getByRole('button', { name: 'Show the policy' })).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
});
