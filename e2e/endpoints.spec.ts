import { openAs, people } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';
import { accessPointIds } from './fixtures/wizard.ts';

// The pages for administrators of endpoints.

const NORTHFIELD = 'e0000000-0000-4000-8000-000000000002';
const HARBOR = 'e0000000-0000-4000-8000-000000000001';

test('an administrator lists the endpoints, opens one, and grants access to what its GCS Manager returns', async ({
  page,
  app,
  sandbox,
}) => {
  for (const initiatorAccessPointId of [accessPointIds.requiresDomain, accessPointIds.requiresMfa])
    sandbox.commands.tunnels.create({
      label: 'Through Northfield',
      state: 'ACTIVE',
      ageMins: 5,
      initiatorAccessPointId,
    });
  await openAs(page, app.url, people.administrator);
  await page.getByRole('link', { name: 'Endpoints' }).click();
  const rows = page.getByRole('list', { name: 'Endpoints' }).getByRole('listitem');
  await expect(rows).toHaveCount(2);
  const northfield = rows.filter({ hasText: 'Northfield HPC Center' });
  await expect(northfield).toContainText('Reachable');
  await expect(northfield).toContainText('5.4.85');
  await expect(northfield).toContainText(/\d active/);

  await northfield.getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Northfield HPC Center' })).toBeFocused();
  const about = page.getByRole('region', { name: 'About' });
  await expect(about).toContainText('administrator');
  const accessPoints = page.getByRole('list', { name: 'Access points' });
  const tunnelsLink = accessPoints.getByRole('link', { name: /tunnels?: Northfield Secure Enclave/ });
  await expect(tunnelsLink).toHaveAttribute('href', /\/tunnels\?ap=/);
  // What anyone may read comes without a token; everything else waits for a press.
  await expect(page.getByRole('region', { name: 'GCS Manager' })).toContainText('1.49.0');
  expect(sandbox.commands.requests({ service: 'gcs' }).every(({ path }) => path.endsWith('/api/info'))).toBe(
    true,
  );
  await page.getByRole('button', { name: 'View gateways, nodes and roles' }).click();
  await page.getByRole('button', { name: 'Allow' }).click();
  const gateways = page.getByRole('list', { name: 'Stream gateways' });
  await expect(gateways).toContainText('Northfield Restricted Cluster');
  await expect(gateways).toContainText('Only hpc.example');
  await expect(page.getByRole('list', { name: 'Nodes' })).toContainText('Active');
  await expect(page.getByRole('list', { name: 'Roles' })).toContainText('Jonas Lindqvist');
});

test('declined, the endpoint’s page stays as it was, and offers the consent on a press', async ({
  page,
  app,
}) => {
  await openAs(page, app.url, people.administrator);
  await page.goto(`${app.url}endpoints/${NORTHFIELD}`);
  await page.getByRole('button', { name: 'View gateways, nodes and roles' }).click();
  await page.getByRole('button', { name: 'Deny' }).click();
  await page.getByRole('link', { name: 'Back to the dashboard' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Northfield HPC Center' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'View gateways, nodes and roles' })).toBeVisible();
});

test('someone without a role has no rail entry, but can open an endpoint by its address', async ({
  page,
  app,
}) => {
  await openAs(page, app.url);
  const rail = page.getByRole('navigation', { name: 'Main' });
  await expect(rail.getByRole('link', { name: 'Access points' })).toBeVisible();
  await page.goto(`${app.url}endpoints`);
  await expect(
    page.getByRole('heading', { name: 'You don’t administer an endpoint with access points' }),
  ).toBeVisible();
  await page.goto(`${app.url}endpoints/${HARBOR}`);
  await expect(page.getByRole('region', { name: 'About' })).toContainText('None');
  await page.getByRole('button', { name: 'View gateways' }).click();
  await page.getByRole('button', { name: 'Allow' }).click();
  await expect(page.getByRole('list', { name: 'Stream gateways' })).toContainText(
    'Harbor Beamline 7 Detector',
  );
  await page.goto(`${app.url}tunnels`);
  await expect(page.getByRole('heading', { level: 1, name: 'Tunnels' })).toBeVisible();
  await expect(rail.getByRole('link', { name: 'Endpoints' })).toBeHidden();
  await page.goto(`${app.url}endpoints/e0000000-0000-4000-8000-0000000000ff`);
  await expect(page.getByRole('heading', { name: 'Endpoint not found' })).toBeVisible();
});

test('an administrator checks three people on a gateway’s page, and copies an explanation', async ({
  page,
  app,
  sandbox,
}) => {
  const rule = { source: '{username}', match: '(.*)@hpc\\.example', output: '{0}' };
  const mapping = { DATA_TYPE: 'expression_identity_mapping#1.0.0' as const, mappings: [rule] };
  sandbox.commands.updateAccessPoint(accessPointIds.requiresDomain, {
    policy: { identity_mappings: [mapping], users_deny: ['eve'], lan_name: 'science' },
  });
  await openAs(page, app.url, people.administrator);
  await page.goto(`${app.url}endpoints/${NORTHFIELD}/gateways/${accessPointIds.requiresDomain}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Northfield Restricted Cluster' })).toBeVisible();
  await page.getByRole('button', { name: 'View gateways' }).click();
  await page.getByRole('button', { name: 'Allow' }).click();
  const policy = page.getByRole('region', { name: 'Policy' });
  await expect(policy).toContainText('hpc.example');
  await expect(policy).toContainText('If “{username}” matches “(.*)@hpc\\.example”, the username is “{0}”.');
  await expect(policy).toContainText('The user gcsweb, without a local account');
  await expect(page.getByRole('list', { name: 'Access point' }).getByRole('link').first()).toHaveText(
    'Northfield Restricted Cluster',
  );

  await expect(policy.getByRole('link', { name: 'Edit gateway' })).toBeVisible();

  const checks = page.getByRole('region', { name: 'Who can use this gateway?' });
  await checks
    .getByRole('textbox', { name: 'Usernames' })
    .fill('jonas@hpc.example\neve@hpc.example, Mira <mira@harbor.example>');
  await checks.getByRole('button', { name: 'Check usernames' }).click();
  await expect(checks.getByText('3 usernames checked, 1 allowed, 2 denied')).toBeVisible();
  const results = checks.getByRole('list', { name: 'Results' }).locator(':scope > li');
  // Only the worker of the production build, under the page's policy, can have evaluated the expression.
  await expect(results.nth(0)).toContainText('jonas@hpc.example: Allowed');
  await results.nth(1).locator('summary').click();
  await expect(results.nth(1)).toContainText('The policy denies the user “eve”.');
  await results.nth(2).locator('summary').click();
  await expect(results.nth(2)).toContainText('The domain “harbor.example” isn’t allowed.');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await results.nth(2).getByRole('button', { name: 'Copy explanation' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    'mira@harbor.example can’t use this gateway.',
  );
});

test('a researcher checks a site before creating, and signs in with the identity that fits', async ({
  page,
  app,
}) => {
  const address = `${app.url}access-points/${accessPointIds.requiresDomain}`;
  await openAs(page, app.url);
  await page.goto(address);
  const policy = page.getByRole('region', { name: 'Gateway policy' });
  await policy.getByRole('button', { name: 'View policy' }).click();
  await page.getByRole('button', { name: 'Allow' }).click();
  await expect(page).toHaveURL(address);
  const check = policy.getByRole('button', { name: 'Check what this site requires of me' });
  await check.click();
  await expect(policy.getByText('You can use it as mokafor@hpc.example, after a new sign-in.')).toBeVisible();
  await expect(policy).toContainText('mira@harbor.example: Denied');
  await policy.getByRole('button', { name: 'Sign in as mokafor@hpc.example' }).click();
  await page.getByRole('button', { name: people.researcherAtHpc }).click();
  await expect(page).toHaveURL(address);
  await check.click();
  await expect(policy.getByText('You can use it as mokafor@hpc.example.', { exact: true })).toBeVisible();
  // Globus agrees.
  await policy
    .page()
    .getByRole('link', { name: /^Use as listener/ })
    .click();
  await page.goto(
    `${app.url}tunnels/new?initiator=${accessPointIds.open}&listener=${accessPointIds.requiresDomain}&step=review`,
  );
  await page.getByRole('button', { name: 'Create tunnel' }).click();
  await expect(page).toHaveURL(/\/tunnels\/[0-9a-f-]{36}/);
});

test('an endpoint’s page says why its GCS Manager doesn’t help, and who can change that', async ({
  page,
  app,
  sandbox,
}) => {
  await openAs(page, app.url, people.administrator);
  const address = `${app.url}endpoints/${NORTHFIELD}`;
  const unreachable = page.getByRole('heading', { name: 'Can’t reach the GCS Manager' });
  sandbox.commands.failNext({ service: 'gcs', count: null, disconnect: 'before' });
  await page.goto(address);
  await expect(unreachable).toBeVisible();
  await expect(page.getByRole('region', { name: 'About' })).toContainText('5.4.85');
  sandbox.commands.clearFailures();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('button', { name: 'View gateways, nodes and roles' }).click();
  await page.getByRole('button', { name: 'Allow' }).click();
  const gateways = page.getByRole('region', { name: 'Stream gateways' });
  await expect(gateways.getByRole('list')).toBeVisible();

  // A proxy's page, and a refusal by role: each in its own part of the page.
  const html = { status: 200, body: '<html><h1>Login</h1></html>', contentType: 'text/html', count: null };
  sandbox.commands.failNext({ service: 'gcs', path: `/${NORTHFIELD}/api/stream_gateways`, ...html });
  const detail = { DATA_TYPE: 'missing_required_role#1.0.0', roles: [{ role: 'administrator' }] };
  const refusal = { code: 'permission_denied', http_response_code: 403, detail, message: 'No.' };
  sandbox.commands.failNext({
    service: 'gcs',
    path: `/${NORTHFIELD}/api/roles`,
    count: null,
    status: 403,
    body: refusal,
  });
  await page.reload();
  await expect(gateways.getByRole('heading', { name: 'Unexpected response from Globus' })).toBeVisible();
  const roles = page.getByRole('region', { name: 'Who administers it' });
  await expect(roles.getByRole('heading', { name: 'You don’t have the required role' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Nodes' })).toContainText('Active');
  sandbox.commands.clearFailures();
  await page.goto(`${address}/gateways/acce5500-0000-4000-8000-0000000000ff`);
  await expect(page.getByRole('heading', { name: 'Gateway not found' })).toBeVisible();

  // A domain that the page's policy doesn't list: nothing is sent there.
  const elsewhere = { gcs_manager_url: 'https://gcs.site.example', my_effective_roles: ['administrator'] };
  sandbox.commands.failNext({
    service: 'transfer',
    path: `/v0.10/endpoint/${NORTHFIELD}`,
    count: null,
    status: 200,
    body: { id: NORTHFIELD, display_name: 'Elsewhere', ...elsewhere },
  });
  await page.goto(address);
  await expect(
    page.getByRole('heading', { name: 'This dashboard can’t call this GCS Manager' }),
  ).toBeVisible();
  await expect(page.getByText('https://gcs.site.example').last()).toBeVisible();
});

test.describe('a GCS Manager without CORS headers', () => {
  test.use({ expectedConsoleError: /blocked by CORS policy/ });

  test('is distinguished from one that is down', async ({ page, app, sandbox }) => {
    sandbox.commands.failNext({ service: 'gcs', count: null, cors: false });
    await openAs(page, app.url, people.administrator);
    await page.goto(`${app.url}endpoints/${NORTHFIELD}`);
    await expect(page.getByRole('heading', { name: 'The GCS Manager refuses this dashboard' })).toBeVisible();
    await page.goto(`${app.url}endpoints`);
    const northfield = page.getByRole('listitem').filter({ hasText: 'Northfield HPC Center' });
    await expect(northfield).toContainText('Can’t be reached');
  });
});

test.describe('with 120 more endpoints', () => {
  test.use({ sandboxOptions: { speed: 10, accessPoints: 20, tunnels: 20 } });

  test('each takes one request, and their GCS Managers none until someone asks', async ({
    page,
    app,
    sandbox,
  }) => {
    test.slow();
    sandbox.commands.sites.createEndpoints({ count: 120 });
    await openAs(page, `${app.url}endpoints`, people.administrator);
    await expect(page.getByText('122 endpoints', { exact: true })).toBeVisible({ timeout: 60_000 });
    expect(sandbox.commands.requests({ method: 'GET', path: '/v0.10/endpoint/' })).toHaveLength(122);
    expect(sandbox.commands.requests({ service: 'gcs' })).toHaveLength(0);
    await page.getByRole('searchbox', { name: 'Search' }).fill('tidewater');
    await expect(page.getByText('1 of 122 endpoints')).toBeVisible();
    await expect(page).toHaveURL(/q=tidewater/);
    await expect(page.getByRole('button', { name: 'Check GCS Managers' })).toBeEnabled();
  });
});
