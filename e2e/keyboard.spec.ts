import { startEchoServer } from './fixtures/echoServer.ts';
import { findObscuredFocus, recordAnnouncements, tabAndPress, tabTo } from './fixtures/keyboard.ts';
import { openAs } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';

test('the main task by keyboard alone, as a screen reader announces it', async ({ page, app }) => {
  const echo = await startEchoServer();
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const link = (name: string) => page.getByRole('link', { name, exact: true });

  await test.step('sign in', async () => {
    await page.goto(app.url);
    await expect(button('Sign in with Globus')).toBeEnabled();
    await tabAndPress(page, button('Sign in with Globus'));
    // On the Globus sign-in page.
    await page.getByRole('button', { name: 'Mira Okafor, mira@harbor.example' }).press('Enter');
    await expect(page.getByRole('navigation', { name: 'Main' })).toMatchAriaSnapshot(`
      - navigation "Main":
        - link "Tunnels"
        - link "Access points"
        - link "New tunnel"
    `);
  });

  await test.step('past the navigation with one key', async () => {
    await tabAndPress(page, button('Skip to main content'));
    await expect(page.getByRole('heading', { level: 1, name: 'Tunnels' })).toBeFocused();
  });

  await test.step('choose the two ends with the arrow keys', async () => {
    await tabAndPress(page, page.getByRole('main').getByRole('link', { name: 'New tunnel' }));
    await expect(page.getByRole('navigation', { name: 'Steps' })).toBeVisible();
    const search = page.getByRole('searchbox', { name: 'Search access points' });
    await tabTo(page, search);
    await page.keyboard.type('harbor beamline');
    await tabAndPress(page, page.getByRole('radio', { name: 'Harbor Beamline 7 Detector' }), 'Space');
    await page.keyboard.press('Enter');
    // The focus is on the next step, not at the top of the page.
    await expect(page.getByRole('heading', { name: 'Where does the connection go?' })).toBeFocused();
    await tabTo(page, search);
    await page.keyboard.type('northfield compute');
    await tabAndPress(page, page.getByRole('radio', { name: 'Northfield Compute Stream' }), 'Space');
    await page.keyboard.press('Enter');
  });

  await test.step('settings and review', async () => {
    const label = page.getByRole('textbox', { name: 'Label' });
    await tabTo(page, label);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('By keyboard');
    await page.keyboard.press('Enter');
    await tabAndPress(page, button('Create tunnel'));
    await expect(page.getByRole('heading', { level: 1, name: 'By keyboard' })).toBeFocused();
  });

  const heard = await recordAnnouncements(page);
  await test.step('give the listener’s address; it becomes active, and is said once', async () => {
    const form = page
      .getByRole('form', { name: 'Listener’s contact' })
      .or(page.getByRole('form', { name: 'Listener address' }));
    await expect(form).toMatchAriaSnapshot(`
      - form:
        - textbox /IP address/
        - textbox "Port"
        - button "Start tunnel"
    `);
    await tabTo(page, form.getByRole('textbox', { name: 'IP address' }));
    await page.keyboard.type('127.0.0.1');
    await page.keyboard.press('Tab');
    await page.keyboard.type(String(echo.port));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Ready to connect' })).toBeVisible();
    const said = (await heard()).filter((text) => /active|ready/i.test(text));
    expect(said).toEqual([expect.stringMatching(/^Active\. Ready to connect\. Initiator address: /)]);
  });

  await test.step('the tabs of the page keep the focus', async () => {
    const events = page
      .getByRole('navigation', { name: 'Tunnel sections' })
      .getByRole('link', { name: 'Events' });
    await tabAndPress(page, events);
    await expect(page.getByRole('list', { name: 'Events' })).toBeVisible();
    await expect(events).toBeFocused();
  });

  await test.step('stop it: the dialog takes the focus, holds it, and gives it back', async () => {
    await tabAndPress(page, button('Stop tunnel'));
    const dialog = page.getByRole('dialog', { name: 'Stop this tunnel?' });
    await expect(dialog.locator(':focus')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(button('Stop tunnel')).toBeFocused();
    await page.keyboard.press('Enter');
    await tabAndPress(page, dialog.getByRole('button', { name: 'Stop tunnel' }));
    await expect(button('Delete tunnel')).toBeVisible();
  });

  await test.step('delete it, and sign out', async () => {
    await tabAndPress(page, button('Delete tunnel'));
    await tabAndPress(page, page.getByRole('dialog').getByRole('button', { name: 'Delete tunnel' }));
    await expect(page.getByRole('heading', { level: 1, name: 'Tunnels' })).toBeFocused();
    await expect(link('By keyboard')).toBeHidden();
    await tabAndPress(page, page.getByRole('banner').getByRole('button', { name: 'Mira Okafor' }));
    await tabAndPress(page, button('Sign out'));
    await expect(button('Sign in with Globus')).toBeEnabled();
  });
  await echo.close();
});

for (const { device, viewport, fontPx } of [
  { device: 'a phone', viewport: { width: 375, height: 667 }, fontPx: 16 },
  { device: 'a low window', viewport: { width: 1280, height: 480 }, fontPx: 16 },
  {
    device: 'a desktop with text of twice the size',
    viewport: { width: 1280, height: 720 },
    fontPx: 32,
  },
]) {
  test(`on ${device} no bar covers what has the focus`, async ({ page, app, sandbox }) => {
    sandbox.commands.tunnels.create({ count: 20 });
    await page.setViewportSize(viewport);
    // As a user sets it in the browser's settings.
    const debugging = await page.context().newCDPSession(page);
    await debugging.send('Page.setFontSizes', { fontSizes: { standard: fontPx } });
    await openAs(page, app.url);
    await expect(page.getByRole('button', { name: 'Filters' })).toBeVisible();
    // There and back, then again with the bar that a selection shows.
    for (const key of ['Tab', 'Shift+Tab', 'Tab']) {
      for (let stop = 0; stop < 60; stop += 1) {
        await page.keyboard.press(key);
        expect(await findObscuredFocus(page), `${key}, stop ${stop + 1}`).toBeNull();
      }
      await page
        .getByRole('checkbox', { name: /^Select Tunnel/ })
        .first()
        .check();
    }
  });
}
