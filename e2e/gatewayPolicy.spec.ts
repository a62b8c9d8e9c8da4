import { openAs, people, stepUp } from './fixtures/people.ts';
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
  await expect(policy.getByRole('button', { name: 'View policy' })).toBeVisible();
});

test('someone without a role is offered the policy of a public endpoint, and no other', async ({
  page,
  app,
}) => {
  await openAs(page, app.url);
  await page.goto(`${app.url}access-points/${accessPointIds.requiresMfa}`);
  const policy = page.getByRole('region', { name: 'Gateway policy' });
  await expect(policy.getByRole('button', { name: 'View policy' })).toBeVisible();
  // The endpoint of this one isn't public.
  await page.goto(`${app.url}access-points/${accessPointIds.requiresConsent}`);
  await expect(policy).toContainText('Only people with a role on the endpoint can read its policy.');
  await expect(policy.getByRole('button')).toHaveCount(0);
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

  // What the GCS Manager's typed errors say, also those of a later version.
  const detail = { DATA_TYPE: 'missing_required_role#2.0.0', roles: [{ role: 'access_manager' }] };
  const refusal = { code: 'permission_denied', http_response_code: 403, detail, message: 'No.' };
  sandbox.commands.failNext({ service: 'gcs', status: 403, body: refusal });
  await page.reload();
  await expect(policy.getByRole('heading', { name: 'You don’t have the required role' })).toBeVisible();
  await expect(policy).toContainText('This requires the role access manager on the endpoint.');

  // A token that the endpoint rejects is requested again; the session with Transfer continues.
  sandbox.commands.failNext({ service: 'gcs', count: null, status: 401, code: 'Unauthorized' });
  await page.reload();
  await expect(policy.getByRole('alert')).toContainText('rejected your session');
  await expect(policy.getByRole('button', { name: 'View policy' })).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('a GCS Manager that requires another identity: the way there, and a new token for the endpoint', async ({
  page,
  app,
  sandbox,
}) => {
  const address = `${app.url}access-points/${accessPointIds.requiresMfa}`;
  const policy = page.getByRole('region', { name: 'Gateway policy' });
  await openAs(page, app.url, people.administrator);
  await page.goto(address);
  await policy.getByRole('button', { name: 'View policy' }).click();
  await page.getByRole('button', { name: 'Allow' }).click();
  await expect(policy.getByRole('term').first()).toBeVisible();

  const detail = { DATA_TYPE: 'not_from_allowed_domain#1.0.0', allowed_domains: ['hpc.example'] };
  const refusal = { code: 'permission_denied', http_response_code: 403, detail, message: 'No.' };
  sandbox.commands.failNext({ service: 'gcs', status: 403, body: refusal });
  await page.reload();
  await expect(policy.getByRole('listitem')).toHaveText(['Sign in with an identity from hpc.example.']);
  const link = policy.getByRole('link', { name: 'Link another identity' });
  await expect(link).toHaveAttribute(
    'href',
    /\/v2\/web\/identities\?client_id=.+&redirect_uri=.+&redirect_name=/,
  );
  const authorize = page.waitForRequest(/\/v2\/oauth2\/authorize\?/);
  await stepUp(page, { as: people.administrator });
  expect((await authorize).url()).toMatch(/%3Amanage_collections/);
  await expect(page).toHaveURL(address);
  await expect(policy.getByRole('term').first()).toBeVisible();
});
