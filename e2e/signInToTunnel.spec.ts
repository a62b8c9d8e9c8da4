import { randomBytes } from 'node:crypto';
import { startEchoServer } from './fixtures/echoServer.ts';
import { openAs } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';
import { acceptsConnections, parseContactString, sendAndReceive } from './fixtures/tcpClient.ts';

test('from the sign-in button to data through a tunnel, to signing out', async ({ page, app }) => {
  const echo = await startEchoServer();
  await openAs(page, app.url);

  await test.step('choose an access point on each side', async () => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'New tunnel' }).click();
    await page.getByRole('radio', { name: 'Harbor Beamline 7 Detector' }).check();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('searchbox', { name: 'Search access points' }).fill('northfield compute');
    await page.getByRole('radio', { name: 'Northfield Compute Stream' }).check();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('textbox', { name: 'Label' }).fill('Echo test');
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Create tunnel' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Echo test' })).toBeVisible();
  });

  await test.step('enter the listener address; the tunnel becomes active without a reload', async () => {
    await page.getByRole('textbox', { name: 'IP address' }).fill('127.0.0.1');
    await page.getByRole('textbox', { name: 'Port' }).fill(String(echo.port));
    await page.getByRole('button', { name: 'Start tunnel' }).click();
    await expect(page.getByRole('heading', { name: 'Ready to connect' })).toBeVisible();
  });

  const contact = parseContactString(
    await page
      .getByRole('strong')
      .getByText(/^127\.0\.0\.1:\d+$/)
      .innerText(),
  );

  await test.step('send 1 MiB through it', async () => {
    const bytes = randomBytes(1024 * 1024);
    const back = await sendAndReceive(contact, bytes);
    expect(back.equals(bytes)).toBe(true);
  });

  await test.step('view its events', async () => {
    await page.getByRole('link', { name: 'Events' }).click();
    const events = page.getByRole('list', { name: 'Events' });
    await expect(events.getByText('TUNNEL_ACTIVE')).toBeVisible();
    await expect(events.getByText('STARTED', { exact: true })).toBeVisible();
  });

  await test.step('stop the tunnel; its port closes', async () => {
    await page.getByRole('button', { name: 'Stop tunnel' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Stop tunnel' }).click();
    await expect(page.getByRole('button', { name: 'Delete tunnel' })).toBeVisible();
    await expect(page.getByRole('list', { name: 'Events' }).getByText('TUNNEL_STOPPED')).toBeVisible();
    expect(await acceptsConnections(contact)).toBe(false);
  });

  await test.step('delete the tunnel', async () => {
    await page.getByRole('button', { name: 'Delete tunnel' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete tunnel' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Tunnels' })).toBeVisible();
    await expect(page.getByRole('table', { name: 'Tunnels' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Echo test' })).toBeHidden();
  });

  await test.step('sign out', async () => {
    await page.getByRole('button', { name: 'Mira Okafor' }).click();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Sign in with Globus' })).toBeEnabled();
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toContain(
      'Ag',
    );
  });
  await echo.close();
});
