import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startEchoServer } from './fixtures/echoServer.ts';
import { Host } from './fixtures/host.ts';
import { openAs } from './fixtures/people.ts';
import { test as base, expect } from './fixtures/sandboxTest.ts';
import { accessPointIds } from './fixtures/wizard.ts';

const test = base.extend<{ hosts: Record<'listener' | 'initiator', Host> }>({
  hosts: async ({ sandbox }, use) => {
    const hosts = { listener: await Host.start(sandbox), initiator: await Host.start(sandbox) };
    await use(hosts);
    await Promise.all([hosts.listener.close(), hosts.initiator.close()]);
  },
});

/** Returns a port that was free a moment ago. */
async function freePort(): Promise<number> {
  const { port, close } = await startEchoServer();
  await close();
  return port;
}

test('the commands on the page, pasted into a shell on each host, carry bytes from one to the other', async ({
  page,
  context,
  app,
  sandbox,
  hosts,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const [tunnel] = sandbox.commands.tunnels.create({
    label: 'Runbook',
    state: 'AWAITING_LISTENER',
    initiatorAccessPointId: accessPointIds.open,
    listenerAccessPointId: accessPointIds.open,
  });
  if (!tunnel) throw new Error('The sandbox created no tunnel.');
  await openAs(page, app.url);
  await page.goto(`${app.url}tunnels/${tunnel.id}/connect`);
  const listenerHost = page.getByRole('region', { name: 'Listener host' });
  const initiatorHost = page.getByRole('region', { name: 'Initiator host' });
  const copyCommand = async (region: typeof page | typeof listenerHost, caption: string | RegExp) => {
    await region.getByRole('button', { name: caption }).click();
    return page.evaluate(() => navigator.clipboard.readText());
  };

  await page
    .getByRole('combobox', { name: 'Program' })
    .selectOption({ label: 'iperf3 (measure throughput)' });
  await page.getByRole('textbox', { name: 'IP address' }).fill('127.0.0.1');
  await page.getByRole('textbox', { name: 'Port' }).fill(String(await freePort()));
  await expect(initiatorHost).toContainText('the tunnel isn’t active yet');
  await hosts.listener.run(await copyCommand(listenerHost, /Configures this host as the listener/));
  const server = hosts.listener.start(await copyCommand(listenerHost, /Waits for tests/));
  await expect.poll(server.output).toContain('listening');

  await expect(initiatorHost).toContainText('The tunnel is active. Run this now.');
  const printed = await hosts.initiator.run(
    await copyCommand(initiatorHost, /Configures this host as the initiator/),
  );
  const contact = /^Your contact string is: (.*)$/m.exec(printed)?.[1] ?? 'no contact string';
  await expect(page.getByRole('strong').getByText(contact)).toBeVisible();
  const sent = await hosts.initiator.run(await copyCommand(initiatorHost, /Sends data/));
  expect(await server.ended).toBe(0);
  expect(sent).toMatch(/sent [0-9a-f]{64}/);
  expect(server.output()).toContain(sent.trim().replace('sent', 'received'));

  const cleanUp = await copyCommand(page, /remove this tunnel’s configuration/);
  for (const host of Object.values(hosts)) {
    const configurations = () => readdir(join(host.home, '.globus', 'streams'));
    expect(await configurations()).toEqual([`${tunnel.id}.conf`]);
    await host.run(cleanUp);
    expect(await configurations()).toEqual([]);
  }

  // The chosen program is remembered.
  await page.goto(`${app.url}tunnels`);
  await page.goto(`${app.url}tunnels/${tunnel.id}/connect`);
  await expect(page.getByRole('combobox', { name: 'Program' })).toHaveValue('iperf3');
});
