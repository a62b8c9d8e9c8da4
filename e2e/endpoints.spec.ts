import { openAs, people } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';

// The pages for administrators of endpoints.

const NORTHFIELD = 'e0000000-0000-4000-8000-000000000002';
const HARBOR = 'e0000000-0000-4000-8000-000000000001';

test('an administrator lists the endpoints, opens one, and grants access to what its GCS Manager returns', async ({
  page,
  app,
  sandbox,
}) => {
  const accessPointIds = ['2', '6'].map((end) => `acce5500-0000-4000-8000-00000000000${end}`);
  for (const initiatorAccessPointId of accessPointIds)
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
