import type { Sandbox } from '../sandbox/startSandbox.ts';
import { openAs } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';

function createTunnel(sandbox: Sandbox, request: Parameters<Sandbox['commands']['tunnels']['create']>[0]) {
  const [tunnel] = sandbox.commands.tunnels.create(request);
  if (!tunnel) throw new Error('The sandbox created no tunnel.');
  return tunnel;
}

test('a tunnel opens from the list at once, with the age of the list, and then refreshes', async ({
  page,
  app,
  sandbox,
}) => {
  const tunnel = createTunnel(sandbox, { label: 'Night run', state: 'ACTIVE' });
  await openAs(page, app.url);
  const link = page.getByRole('link', { name: 'Night run' });
  await expect(link).toBeVisible();
  // A paused list keeps its age, which the page of the tunnel has to show.
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  const refresh = page.getByRole('button', { name: 'Refresh now' });
  const age = page.getByRole('main').locator('div').filter({ has: refresh }).last().getByRole('time');
  const listAge = await age.getAttribute('datetime');
  const path = `/v2/tunnels/${tunnel.id}`;
  sandbox.commands.failNext({ service: 'transfer', method: 'GET', path, count: null, delayMs: 3000 });
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Night run' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Active' })).toBeVisible();
  expect(sandbox.commands.requests({ method: 'GET', path })).toHaveLength(0);
  await expect(age).toHaveAttribute('datetime', listAge ?? 'missing');
  await expect(age).not.toHaveAttribute('datetime', listAge ?? 'missing');
});

test('an unknown tab in the address shows the overview and corrects the address', async ({
  page,
  app,
  sandbox,
}) => {
  const tunnel = createTunnel(sandbox, { label: 'Night run', state: 'ACTIVE' });
  await openAs(page, `${app.url}tunnels/${tunnel.id}/setings?ask=rename`);
  await expect(page.getByRole('dialog', { name: 'Rename tunnel' })).toBeVisible();
  await expect(page).toHaveURL(`${app.url}tunnels/${tunnel.id}?ask=rename`);
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  const tabs = page.getByRole('navigation', { name: 'Tunnel sections' });
  await expect(tabs.getByRole('link', { name: 'Overview' })).toHaveAttribute('aria-current', 'page');
});

test('the events view keeps query parameters that belong to others', async ({ page, app, sandbox }) => {
  const tunnel = createTunnel(sandbox, { label: 'Night run', state: 'ACTIVE' });
  await openAs(page, `${app.url}tunnels/${tunnel.id}/events?theme=dark`);
  await page.getByRole('combobox', { name: 'Filter' }).selectOption('Errors only');
  await expect(page).toHaveURL(/\?theme=dark&only=errors$/);
});

test('a label can be changed, undone, and changed by two people at once', async ({ page, app, sandbox }) => {
  const tunnel = createTunnel(sandbox, { label: 'Before', state: 'ACTIVE' });
  await openAs(page, `${app.url}tunnels/${tunnel.id}`);
  const title = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
  const dialog = page.getByRole('dialog');
  const rename = async (label: string) => {
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('textbox', { name: 'Label' }).fill(label);
    await dialog.getByRole('button', { name: 'Rename' }).click();
  };

  await rename('After <b>all</b>');
  await expect(title('After <b>all</b>')).toBeVisible();
  await expect(page).toHaveTitle('After <b>all</b>');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(title('Before')).toBeVisible();
  // The page shows the label before Globus has it.
  await expect.poll(() => sandbox.world.tunnels.get(tunnel.id)?.label).toBe('Before');

  await rename('x'.repeat(200));
  await expect(dialog).toContainText(/Globus says: “.*128 characters.*”/);
  await expect(dialog).toContainText('Couldn’t rename the tunnel.');
  await expect(dialog).toContainText(/Request ID/i);
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await rename('Mine');
  await expect(page.getByText('Tunnel renamed.')).toBeVisible();
  tunnel.label = 'Theirs';
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await expect(title('Theirs')).toBeVisible();
  await expect(page.getByText('Someone else renamed this tunnel to “Theirs”.')).toBeVisible();

  // The page shows a new label before Globus responds, and the old one again when Globus rejects it.
  sandbox.commands.failNext({ service: 'transfer', method: 'PATCH', status: 403, delayMs: 300 });
  await rename('Rejected');
  await expect(title('Rejected')).toBeVisible();
  await expect(title('Theirs')).toBeVisible();
  await expect(dialog.getByRole('alert')).toBeVisible();
});

test('a state the dashboard does not know is shown as it is, and a deleted tunnel with its last known details', async ({
  page,
  app,
  sandbox,
}) => {
  const tunnel = createTunnel(sandbox, { label: 'Night run', state: 'ACTIVE' });
  await openAs(page, `${app.url}tunnels/${tunnel.id}`);
  const refresh = page.getByRole('button', { name: 'Refresh now' });
  const title = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });

  await sandbox.commands.tunnels.setState(tunnel.id, 'REBALANCING');
  await refresh.click();
  await expect(page.getByRole('status').filter({ hasText: 'REBALANCING' })).toBeVisible();

  await page.getByRole('link', { name: 'Connect', exact: true }).click();
  sandbox.world.tunnels.delete(tunnel.id);
  await refresh.click();
  await expect(
    page.getByRole('heading', { name: 'This tunnel was deleted, or you lost access' }),
  ).toBeVisible();
  await expect(title('Night run')).toBeVisible();
  await expect(
    page.getByRole('status').filter({ hasText: 'No longer available. Last known state: REBALANCING' }),
  ).toBeVisible();
  // The Connect tab disappears, so the page shows the overview.
  await expect(page).toHaveURL(`${app.url}tunnels/${tunnel.id}`);
  await expect(page.getByRole('region', { name: 'Details' })).toContainText(tunnel.id);
  await expect(page.getByRole('button', { name: 'Stop tunnel' })).toBeHidden();

  // After a reload there are no details, but still a way to the other tunnels.
  await page.reload();
  await expect(title('Tunnel')).toBeVisible();
  await page.getByRole('link', { name: 'Go to Tunnels' }).click();
  await expect(title('Tunnels')).toBeVisible();
});

test('the listener address is checked before it is sent, and the focus moves to the invalid field', async ({
  page,
  app,
  sandbox,
}) => {
  const tunnel = createTunnel(sandbox, { label: 'Waiting', state: 'AWAITING_LISTENER' });
  await openAs(page, `${app.url}tunnels/${tunnel.id}`);
  const address = page.getByRole('textbox', { name: 'IP address' });
  const diagnosis = page.getByRole('region', { name: 'Diagnosis:' });
  await diagnosis.getByRole('button', { name: 'Enter listener address' }).click();
  await expect(address).toBeFocused();
  await address.fill('detector.harbor.example');
  await page.getByRole('textbox', { name: 'Port' }).fill('5000');
  await page.getByRole('button', { name: 'Start tunnel' }).click();
  await expect(address).toBeFocused();
  await expect(address).toHaveAccessibleDescription(/Enter an IP address, not a hostname/);
  expect(sandbox.commands.requests({ method: 'PATCH' })).toHaveLength(0);
});

test('a listener address can be changed, and set in an unknown state, if Globus accepts it', async ({
  page,
  app,
  sandbox,
}) => {
  const listener = { ipAddress: '10.0.0.7', port: 5000 };
  const tunnel = createTunnel(sandbox, { label: 'Waiting', state: 'AWAITING_LISTENER', listener });
  await openAs(page, `${app.url}tunnels/${tunnel.id}`);
  const port = page.getByRole('textbox', { name: 'Port' });
  const form = page.getByRole('form', { name: 'Listener address' });
  const send = async (portText: string, button: string) => {
    await page.getByRole('textbox', { name: 'IP address' }).fill('2001:db8::7');
    await port.fill(portText);
    await page.getByRole('button', { name: button }).click();
  };
  await page.getByText('Change the listener address').click();
  const fieldError = (field: string) => ({
    loc: ['body', 'data', 'attributes', field],
    msg: `no ${field}`,
    type: 'x',
  });
  const body = { detail: ['listener_port', 'restartable'].map(fieldError), meta: { request_id: 'Req4Two' } };
  sandbox.commands.failNext({ service: 'transfer', method: 'PATCH', status: 422, body });
  await send('5001', 'Change address');
  await expect(port).toHaveAccessibleDescription(/Globus says: “no listener_port”/);
  // Nothing in the form is about this one, so the error is shown as a whole.
  await expect(form.getByRole('alert').filter({ hasText: 'restartable: no restartable' })).toContainText(
    'Req4Two',
  );
  await send('5001', 'Change address');
  await expect(form.getByRole('alert')).toContainText(/Request ID/i);
  expect(tunnel.listenerPort).toBe(5000);
  sandbox.commands.setListenerContactPolicy('anytime');
  await page.getByRole('button', { name: 'Change address' }).click();
  await expect(page.getByRole('heading', { name: 'Ready to connect' })).toBeVisible();
  expect(tunnel).toMatchObject({ listenerIpAddress: '2001:db8::7', listenerPort: 5001 });

  // Active: the listening program may have moved.
  sandbox.commands.setListenerContactPolicy('waiting');
  await page.getByText('Change the listener address').click();
  await expect(page.getByText('Globus may reject the address in the tunnel’s current state.')).toBeVisible();
  await send('5003', 'Change address');
  await expect(form.getByRole('alert')).toContainText('Globus says');
  expect(tunnel.listenerPort).toBe(5001);
  sandbox.commands.setListenerContactPolicy('anytime');
  await page.getByRole('button', { name: 'Change address' }).click();
  await expect(page.getByRole('list', { name: 'Tunnel path' })).toContainText('[2001:db8::7]:5003');
  expect(tunnel.listenerPort).toBe(5003);

  await sandbox.commands.tunnels.setState(tunnel.id, 'REBALANCING');
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await page.getByText('Set the listener address').click();
  await send('5002', 'Set address');
  await expect(page.getByRole('list', { name: 'Tunnel path' })).toContainText('[2001:db8::7]:5002');
});

test('delete offers to stop the tunnel first, a late stop is explained, and duplicate fills the wizard', async ({
  page,
  app,
  sandbox,
}) => {
  const tunnel = createTunnel(sandbox, { label: 'Night run', state: 'ACTIVE', lifetimeMins: 90 });
  await openAs(page, `${app.url}tunnels/${tunnel.id}`);

  const more = page.getByRole('button', { name: 'More' });
  const dialog = page.getByRole('dialog');
  await more.click();
  await page.getByRole('menuitem', { name: 'Delete tunnel' }).click();
  await expect(dialog).toBeVisible();
  // The menu has closed, and the dialog returns the focus to the button that opened it.
  await expect(page.getByRole('menuitem', { name: 'Duplicate tunnel' })).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(more).toBeFocused();

  // Escape can't hide the failure of a request that is under way.
  sandbox.commands.failNext({ service: 'transfer', method: 'PATCH', status: 403, delayMs: 500 });
  await page.getByRole('button', { name: 'Stop tunnel' }).click();
  await dialog.getByRole('button', { name: 'Stop tunnel' }).click();
  await page.keyboard.press('Escape');
  await expect(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await more.click();
  await page.getByRole('menuitem', { name: 'Delete tunnel' }).click();
  await dialog.getByRole('button', { name: 'Stop tunnel' }).click();
  await dialog.getByRole('button', { name: 'Delete tunnel' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Tunnels' })).toBeVisible();
  expect(sandbox.world.tunnels.has(tunnel.id)).toBe(false);

  const other = createTunnel(sandbox, { label: 'Day run', state: 'ACTIVE', lifetimeMins: 90 });
  await page.goto(`${app.url}tunnels/${other.id}?ask=stop`);
  await expect(dialog.getByRole('heading', { name: 'Stop this tunnel?' })).toBeVisible();
  await sandbox.commands.tunnels.setState(other.id, 'STOPPED');
  await dialog.getByRole('button', { name: 'Stop tunnel' }).click();
  await expect(dialog.getByRole('heading', { name: 'This tunnel no longer needs stopping' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();

  await more.click();
  await page.getByRole('menuitem', { name: 'Duplicate tunnel' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'New tunnel' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('1 h 30 min');
});

test('a lost response to a stop is never blamed on someone else: dialog, diagnosis and activity', async ({
  page,
  app,
  sandbox,
}) => {
  const [first, second] = ['Lost once', 'Lost twice'].map((label) =>
    createTunnel(sandbox, { label, state: 'ACTIVE', lifetimeMins: 90 }),
  );
  await openAs(page, `${app.url}tunnels?panel=activity`);
  const loseResponse = () =>
    sandbox.commands.failNext({ service: 'transfer', method: 'PATCH', disconnect: 'after' });
  const dialog = page.getByRole('dialog');
  await page.getByRole('link', { name: 'Lost once' }).click();
  loseResponse();
  await page.getByRole('button', { name: 'Stop tunnel' }).click();
  await dialog.getByRole('button', { name: 'Stop tunnel' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('main')).toContainText(/Stopping|Stopped/);
  await expect(page.getByRole('main')).not.toContainText(/someone/i);

  await page.getByRole('link', { name: 'Tunnels', exact: true }).first().click();
  await page.getByRole('link', { name: 'Lost twice' }).click();
  sandbox.commands.failNext({ service: 'transfer', method: 'PATCH', status: 500, executed: true });
  sandbox.commands.failNext({
    service: 'transfer',
    method: 'GET',
    path: `/v2/tunnels/${second?.id}`,
    count: 2,
    status: 500,
  });
  await page.getByRole('button', { name: 'Stop tunnel' }).click();
  await dialog.getByRole('button', { name: 'Stop tunnel' }).click();
  await expect(dialog).toContainText('Globus received your request to stop it');
  await dialog.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('link', { name: 'Tunnels', exact: true }).first().click();
  await expect(page.getByRole('row').filter({ hasText: 'Lost twice' })).toContainText(/Stopped|Ended/);
  await expect(page.getByRole('main')).not.toContainText(/Lost (once|twice)\s*stopped unexpectedly/);
  expect(first?.state).toBe('STOPPED');
});
