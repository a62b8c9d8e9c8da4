import { BrowserInspector } from './fixtures/browserInspector.ts';
import { openAs } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';
import { accessPointIds } from './fixtures/wizard.ts';

test('the runbook: commands filled in as one types, ticked off as the tunnel moves, ready to paste anywhere', async ({
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
  if (!tunnel) throw new Error('The sandbox made no tunnel.');
  await openAs(page, app.url);
  await page.goto(`${app.url}tunnels/${tunnel.id}`);
  await page.getByRole('link', { name: 'Connect' }).click();
  const steps = page.getByRole('list', { name: 'How far along it is' }).getByRole('listitem');
  await expect(steps.filter({ hasText: ': done' })).toHaveCount(0);
  await sandbox.commands.tunnels.setState(tunnel.id, 'AWAITING_LISTENER');
  await expect(steps.filter({ hasText: ': done' })).toHaveCount(1);

  const listenerHost = page.getByRole('region', { name: "On the listener's host" });
  await page.getByRole('textbox', { name: 'IP address' }).fill('2001:db8::10');
  await page.getByRole('textbox', { name: 'Port' }).fill('4711');
  await listenerHost.getByRole('button', { name: /Prepares this host for the listener/ }).click();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  expect(await copied()).toBe(
    `globus-streams environment initialize --listener-contact-string '[2001:db8::10]:4711' ${tunnel.id}`,
  );
  // Who marks it by hand gets the same, although it is broken only between its words.
  const command = listenerHost.getByText('globus-streams environment initialize');
  const marked = () =>
    command.evaluate((line) => {
      getSelection()?.selectAllChildren(line);
      return getSelection()?.toString();
    });
  expect(await marked()).toBe(await copied());
  await page.getByRole('checkbox', { name: 'Both programs run on one machine' }).check();
  await expect(listenerHost).toBeHidden();
  await expect(page.getByRole('region', { name: 'On your machine', exact: true })).toContainText(
    `globus-streams-launch.sh -p 4711 ${tunnel.id} YOUR_LISTENER`,
  );
  await page.getByText('Make another tunnel like this with the Globus CLI').click();
  await page.getByRole('button', { name: /In a terminal/ }).click();
  expect(await copied()).toBe(
    `globus streams tunnel create ${accessPointIds.open} ${accessPointIds.requiresDomain} ` +
      `--label 'it'\\''s "$HOME"\nand \`more\`' --lifetime-minutes ${tunnel.lifetimeMins}`,
  );
  await page.getByText('Make another tunnel like this with a Python script').click();
  await page.getByRole('button', { name: /A file of its own/ }).click();
  expect(await copied()).toContain(String.raw`"label": "it's \"$HOME\"\nand`);

  await page.getByRole('button', { name: 'Start tunnel' }).click();
  await expect(steps.filter({ hasText: ': done' })).toHaveCount(3);
  const contact = page.getByRole('strong').getByText(/^127\.0\.0\.1:\d+$/);
  const target = await contact.innerText();
  await expect(page.getByRole('status').filter({ hasText: 'The tunnel is ready.' })).toContainText(target);
  await page.getByRole('button', { name: "Copy initiator's address" }).click();
  expect(await copied()).toBe(target);

  // Whoever may not copy is told so, where the button has no words of its own too.
  await (await BrowserInspector.attach(page)).denyClipboardWrite();
  await page.getByRole('link', { name: 'Overview' }).click();
  await page.getByRole('button', { name: "Copy listener's contact" }).click();
  const refused = page.getByRole('status').filter({ hasText: 'Copying is not allowed here' });
  await expect.poll(async () => (await refused.boundingBox())?.width).toBeGreaterThan(100);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Check, then create the tunnel' })).toBeVisible();
});
