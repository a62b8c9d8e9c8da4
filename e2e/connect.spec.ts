import { BrowserInspector } from './fixtures/browserInspector.ts';
import { openAs } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';
import { accessPointIds } from './fixtures/wizard.ts';

test('the commands fill in while you type, the progress follows the tunnel, and every command can be copied', async ({
  page,
  context,
  app,
  sandbox,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const [tunnel] = sandbox.commands.tunnels.create({
    label: 'it\'s "$HOME"\nand `more`',
    state: 'UNINITIALIZED',
    initiatorAccessPointId: accessPointIds.open,
    listenerAccessPointId: accessPointIds.requiresDomain,
  });
  if (!tunnel) throw new Error('The sandbox created no tunnel.');
  await openAs(page, app.url);
  await page.goto(`${app.url}tunnels/${tunnel.id}`);
  await page.getByRole('link', { name: 'Connect' }).click();
  const steps = page.getByRole('list', { name: 'Progress' }).getByRole('listitem');
  await expect(steps.filter({ hasText: ': done' })).toHaveCount(0);
  await sandbox.commands.tunnels.setState(tunnel.id, 'AWAITING_LISTENER');
  await expect(steps.filter({ hasText: ': done' })).toHaveCount(1);

  const listenerHost = page.getByRole('region', { name: 'Listener host' });
  await page.getByRole('textbox', { name: 'IP address' }).fill('2001:db8::10');
  await page.getByRole('textbox', { name: 'Port' }).fill('4711');
  await listenerHost.getByRole('button', { name: /Configures this host as the listener/ }).click();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  expect(await copied()).toBe(
    `globus-streams environment initialize --listener-contact-string '[2001:db8::10]:4711' ${tunnel.id}`,
  );
  // Selecting the command by hand gives the same text, although it wraps between words.
  const command = listenerHost.getByText('globus-streams environment initialize');
  const selected = () =>
    command.evaluate((line) => {
      getSelection()?.selectAllChildren(line);
      return getSelection()?.toString();
    });
  expect(await selected()).toBe(await copied());
  await page.getByRole('checkbox', { name: 'Both programs run on the same host' }).check();
  await expect(listenerHost).toBeHidden();
  await expect(page.getByRole('region', { name: 'Your host', exact: true })).toContainText(
    `globus-streams-launch.sh -p 4711 ${tunnel.id} YOUR_LISTENER`,
  );
  // The listener's configuration is already on the host.
  await expect(page.getByRole('region', { name: 'Your host', exact: true })).toContainText(
    `globus-streams environment initialize --force ${tunnel.id}`,
  );
  await page.getByText('Create a similar tunnel with the Globus CLI').click();
  await page.getByRole('button', { name: /In bash or zsh/ }).click();
  expect(await copied()).toBe(
    `globus streams tunnel create ${accessPointIds.open} ${accessPointIds.requiresDomain} ` +
      `--label 'it'\\''s "$HOME"'"$(printf '\\012a')"'nd \`more\`' --lifetime-minutes ${tunnel.lifetimeMins}`,
  );
  await page.getByRole('button', { name: /In PowerShell/ }).click();
  expect(await copied()).toContain('--label "it\'s `"`$HOME`"`u{a}and ``more``" --lifetime-minutes ');
  await page.getByText('Create a similar tunnel with Python').click();
  await page.getByRole('button', { name: /Standalone script/ }).click();
  expect(await copied()).toContain(String.raw`"label": "it's \"$HOME\"\nand`);

  await page.getByRole('button', { name: 'Start tunnel' }).click();
  await expect(steps.filter({ hasText: ': done' })).toHaveCount(3);
  const contact = page.getByRole('strong').getByText(/^127\.0\.0\.1:\d+$/);
  const address = await contact.innerText();
  await expect(page.getByRole('status').filter({ hasText: 'Ready to connect.' })).toContainText(address);
  await page.getByRole('button', { name: 'Copy initiator address' }).click();
  expect(await copied()).toBe(address);
  await page.getByRole('button', { name: 'Copy contact string' }).click();
  expect(await copied()).toBe(`globus.${tunnel.id}:${address.split(':')[1]}`);

  // A browser that blocks copying is reported, also beside a button that has only an icon.
  await (await BrowserInspector.attach(page)).denyClipboardWrite();
  await page.getByRole('link', { name: 'Overview' }).click();
  await page.getByRole('button', { name: 'Copy listener address' }).click();
  const refused = page.getByRole('status').filter({ hasText: 'Your browser blocked copying' });
  await expect.poll(async () => (await refused.boundingBox())?.width).toBeGreaterThan(100);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Duplicate tunnel' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Review and create' })).toBeVisible();
});
