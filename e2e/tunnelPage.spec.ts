import { openAs } from './fixtures/people.ts';
import { expect, test } from './fixtures/world.ts';

test('rename; a state nobody knows is shown in Globus’ own word; gone while one looks', async ({
  page,
  app,
  sandbox,
}) => {
  const [tunnel] = sandbox.commands.tunnels.create({ label: 'Before', state: 'ACTIVE' });
  if (!tunnel) throw new Error('The sandbox made no tunnel.');
  await openAs(page, `${app.url}tunnels/${tunnel.id}`);

  await page.getByRole('button', { name: 'Rename' }).click();
  await page.getByRole('textbox', { name: 'Label' }).fill('After <b>all</b>');
  await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'After <b>all</b>' })).toBeVisible();
  await expect(page).toHaveTitle('After <b>all</b>');

  await sandbox.commands.tunnels.setState(tunnel.id, 'REBALANCING');
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'REBALANCING' })).toBeVisible();

  sandbox.world.tunnels.delete(tunnel.id);
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await expect(page.getByText('The last refresh failed. This is what was known before.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'After <b>all</b>' })).toBeVisible();
});

test('the listener’s contact is checked before it is sent, and the focus goes to what is wrong', async ({
  page,
  app,
  sandbox,
}) => {
  const [tunnel] = sandbox.commands.tunnels.create({ label: 'Waiting', state: 'AWAITING_LISTENER' });
  if (!tunnel) throw new Error('The sandbox made no tunnel.');
  await openAs(page, `${app.url}tunnels/${tunnel.id}`);
  const address = page.getByRole('textbox', { name: 'IP address' });
  await address.fill('detector.harbor.example');
  await page.getByRole('textbox', { name: 'Port' }).fill('5000');
  await page.getByRole('button', { name: 'Start tunnel' }).click();
  await expect(address).toBeFocused();
  await expect(page.getByText(/takes an IP address here, not a name/)).toBeVisible();
  expect(sandbox.commands.requests({ method: 'PATCH' })).toHaveLength(0);
});
