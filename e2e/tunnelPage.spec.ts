import type { Sandbox } from '../sandbox/startSandbox.ts';
import { openAs } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';

function makeTunnel(sandbox: Sandbox, order: Parameters<Sandbox['commands']['tunnels']['create']>[0]) {
  const [tunnel] = sandbox.commands.tunnels.create(order);
  if (!tunnel) throw new Error('The sandbox made no tunnel.');
  return tunnel;
}

test('rename, undo, and two people at once; a state nobody knows; gone while one looks', async ({
  page,
  app,
  sandbox,
}) => {
  const tunnel = makeTunnel(sandbox, { label: 'Before', state: 'ACTIVE' });
  await openAs(page, `${app.url}tunnels/${tunnel.id}`);
  const title = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
  const rename = async (label: string) => {
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('textbox', { name: 'Label' }).fill(label);
    await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
  };
  const refresh = () => page.getByRole('button', { name: 'Refresh now' }).click();

  await rename('After <b>all</b>');
  await expect(title('After <b>all</b>')).toBeVisible();
  await expect(page).toHaveTitle('After <b>all</b>');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(title('Before')).toBeVisible();
  // Shown before Globus has it.
  await expect.poll(() => sandbox.world.tunnels.get(tunnel.id)?.label).toBe('Before');

  await rename('x'.repeat(200));
  await expect(page.getByRole('dialog')).toContainText('128 characters');
  await expect(page.getByRole('dialog')).toContainText('Request id');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();

  await rename('Mine');
  await expect(page.getByText('Renamed.')).toBeVisible();
  tunnel.label = 'Theirs';
  await refresh();
  await expect(title('Theirs')).toBeVisible();
  await expect(
    page.getByText('Somebody else has renamed it since: the label is now “Theirs”.'),
  ).toBeVisible();

  // A new label is shown before Globus answers, and taken back when it refuses.
  sandbox.commands.failNext({ service: 'transfer', method: 'PATCH', status: 403, delayMs: 300 });
  await rename('Refused');
  await expect(title('Refused')).toBeVisible();
  await expect(title('Theirs')).toBeVisible();
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();

  await sandbox.commands.tunnels.setState(tunnel.id, 'REBALANCING');
  await refresh();
  await expect(page.getByRole('status').filter({ hasText: 'REBALANCING' })).toBeVisible();

  sandbox.world.tunnels.delete(tunnel.id);
  await refresh();
  await expect(
    page.getByRole('heading', { name: /This tunnel is gone, or not visible to you/ }),
  ).toBeVisible();
  await expect(title('Theirs')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Gone. Last seen: REBALANCING' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Details' })).toContainText(tunnel.id);
  await expect(page.getByRole('button', { name: 'Stop tunnel' })).toBeHidden();

  // Who comes only now finds a way on.
  await page.reload();
  await expect(title('Tunnel')).toBeVisible();
  await page.getByRole('link', { name: 'Go to the tunnels' }).click();
  await expect(title('Tunnels')).toBeVisible();
});

test('the listener’s contact is checked before it is sent, and the focus goes to what is wrong', async ({
  page,
  app,
  sandbox,
}) => {
  const tunnel = makeTunnel(sandbox, { label: 'Waiting', state: 'AWAITING_LISTENER' });
  await openAs(page, `${app.url}tunnels/${tunnel.id}`);
  const address = page.getByRole('textbox', { name: 'IP address' });
  // The diagnosis leads to the form.
  await page.getByRole('button', { name: "Give the listener's address here" }).click();
  await expect(address).toBeFocused();
  await address.fill('detector.harbor.example');
  await page.getByRole('textbox', { name: 'Port' }).fill('5000');
  await page.getByRole('button', { name: 'Start tunnel' }).click();
  await expect(address).toBeFocused();
  await expect(page.getByText(/takes an IP address here, not a name/)).toBeVisible();
  expect(sandbox.commands.requests({ method: 'PATCH' })).toHaveLength(0);
});

test('an address that was given can be changed, and given in a state nobody knows, if Globus takes it', async ({
  page,
  app,
  sandbox,
}) => {
  const listener = { ipAddress: '10.0.0.7', port: 5000 };
  const tunnel = makeTunnel(sandbox, { label: 'Waiting', state: 'AWAITING_LISTENER', listener });
  await openAs(page, `${app.url}tunnels/${tunnel.id}`);
  const give = async (port: string, button: string) => {
    await page.getByRole('textbox', { name: 'IP address' }).fill('2001:db8::7');
    await page.getByRole('textbox', { name: 'Port' }).fill(port);
    await page.getByRole('button', { name: button }).click();
  };
  await page.getByText('Change the address').click();
  const complaint = (field: string) => ({
    loc: ['body', 'data', 'attributes', field],
    msg: `no ${field}`,
    type: 'x',
  });
  const body = { detail: ['listener_port', 'restartable'].map(complaint), meta: { request_id: 'Req4Two' } };
  sandbox.commands.failNext({ service: 'transfer', method: 'PATCH', status: 422, body });
  await give('5001', 'Change address');
  await expect(page.getByRole('textbox', { name: 'Port' })).toHaveAccessibleDescription('no listener_port');
  await expect(page.getByRole('alert').filter({ hasText: 'restartable: no restartable' })).toContainText(
    'Req4Two',
  );
  await give('5001', 'Change address');
  await expect(page.getByRole('form', { name: "Listener's contact" }).getByRole('alert')).toContainText(
    'Request id',
  );
  expect(tunnel.listenerPort).toBe(5000);
  sandbox.commands.setListenerContactPolicy('anytime');
  await page.getByRole('button', { name: 'Change address' }).click();
  await expect(page.getByRole('heading', { name: 'It is ready: connect your application' })).toBeVisible();
  expect(tunnel).toMatchObject({ listenerIpAddress: '2001:db8::7', listenerPort: 5001 });

  await sandbox.commands.tunnels.setState(tunnel.id, 'REBALANCING');
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await page.getByText("Give the listener's address", { exact: true }).click();
  await give('5002', 'Give address');
  await expect(page.getByRole('list', { name: 'Path of the tunnel' })).toContainText('[2001:db8::7]:5002');
});

test('delete offers to stop first; who comes too late to stop is told; duplicate fills the wizard', async ({
  page,
  app,
  sandbox,
}) => {
  const tunnel = makeTunnel(sandbox, { label: 'Night run', state: 'ACTIVE', lifetimeMins: 90 });
  await openAs(page, `${app.url}tunnels/${tunnel.id}`);

  const more = page.getByRole('button', { name: 'More' });
  const dialog = page.getByRole('dialog');
  await more.click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(dialog).toBeVisible();
  // The menu is gone, and the dialog gives the focus back to what opened it.
  await expect(page.getByRole('menuitem', { name: 'Duplicate' })).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(more).toBeFocused();

  // A failure is shown, however quickly one wanted to leave.
  sandbox.commands.failNext({ service: 'transfer', method: 'PATCH', status: 403, delayMs: 500 });
  await page.getByRole('button', { name: 'Stop tunnel' }).click();
  await dialog.getByRole('button', { name: 'Stop tunnel' }).click();
  await page.keyboard.press('Escape');
  await expect(dialog.getByRole('alert')).toContainText('You are not allowed to do this');
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await more.click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await dialog.getByRole('button', { name: 'Stop tunnel first' }).click();
  await dialog.getByRole('button', { name: 'Delete tunnel' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Tunnels' })).toBeVisible();
  expect(sandbox.world.tunnels.has(tunnel.id)).toBe(false);

  const other = makeTunnel(sandbox, { label: 'Day run', state: 'ACTIVE', lifetimeMins: 90 });
  await page.goto(`${app.url}tunnels/${other.id}?ask=stop`);
  await expect(dialog.getByRole('heading', { name: 'Stop this tunnel?' })).toBeVisible();
  await sandbox.commands.tunnels.setState(other.id, 'STOPPED');
  await dialog.getByRole('button', { name: 'Stop tunnel' }).click();
  await expect(dialog.getByRole('heading', { name: 'There is nothing to stop any more' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();

  await more.click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'New tunnel' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('90 minutes');
});
