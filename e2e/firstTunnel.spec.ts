import { startEchoServer } from './fixtures/echoServer.ts';
import { countUserInputs } from './fixtures/inputCounter.ts';
import { openAs, people, signIn } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';
import { parseContactString, sendAndReceive } from './fixtures/tcpClient.ts';
import { accessPointIds } from './fixtures/wizard.ts';

const LISTENER = 'acce5500-0000-4000-8000-000000000002';

test('a first tunnel, from the sign-in button to ACTIVE, takes at most 12 clicks and 3 typed fields', async ({
  page,
  context,
  app,
}) => {
  const echo = await startEchoServer();
  const effort = await countUserInputs(context);
  await page.goto(app.url);
  await signIn(page, people.newcomer);
  await page.getByRole('main').getByRole('link', { name: 'New tunnel' }).first().click();
  await page.getByRole('radio', { name: 'Harbor Beamline 7 Detector' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('searchbox', { name: 'Search access points' }).fill('northfield compute');
  await page.getByRole('radio', { name: 'Northfield Compute Stream' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText(/^6 h \(until .*if you create it now\)\./)).toBeVisible();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Create tunnel' }).click();
  await page.getByRole('textbox', { name: 'IP address' }).fill('127.0.0.1');
  await page.getByRole('textbox', { name: 'Port' }).fill(String(echo.port));
  await page.getByRole('button', { name: 'Start tunnel' }).click();

  await expect(page.getByRole('heading', { name: 'Ready to connect' })).toBeVisible();
  const contact = page.getByRole('strong').getByText(/^127\.0\.0\.1:\d+$/);
  expect(effort.clicks).toBeGreaterThan(5);
  expect(effort.clicks).toBeLessThanOrEqual(12);
  expect(effort.fields).toBeGreaterThan(0);
  expect(effort.fields).toBeLessThanOrEqual(3);
  const bytes = Buffer.from('It works.');
  expect(await sendAndReceive(parseContactString(await contact.innerText()), bytes)).toEqual(bytes);
  await echo.close();

  // The next tunnel starts with the same two access points.
  await page.getByRole('link', { name: 'Access points' }).click();
  const recent = page.getByRole('region', { name: 'Recent' });
  await expect(recent.getByRole('listitem')).toHaveCount(2);
  await recent.getByRole('button', { name: 'Clear recent' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Clear recent' }).click();
  await expect(recent).toBeHidden();
});

test('from a link with settings, it takes 3 clicks', async ({ page, context, app }) => {
  const effort = await countUserInputs(context);
  const query = new URLSearchParams({
    initiator: accessPointIds.open,
    listener: LISTENER,
    label: 'Beam & cluster',
    lifetime: '90',
    restartable: 'true',
  });
  await page.goto(`${app.url}tunnels/new?${query}`);
  await signIn(page, people.newcomer);
  await expect(page.getByText(/^1 h 30 min \(until .*if you create it now\)$/)).toBeVisible();
  await page.getByRole('button', { name: 'Create tunnel' }).click();
  await page.getByRole('textbox', { name: 'IP address' }).fill('192.0.2.10');
  await page.getByRole('textbox', { name: 'Port' }).fill('5000');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Ready to connect' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Beam & cluster' })).toBeVisible();
  expect(effort.clicks).toBe(3);
});

test('on a phone, with the keyboard only: arrows choose, Enter continues, and the focus moves to the next step', async ({
  page,
  app,
}) => {
  await page.setViewportSize({ width: 375, height: 700 });
  await openAs(page, app.url);
  await page.goto(`${app.url}tunnels/new?initiator=the%20harbor&label=By%20keyboard`);
  // A link with an invalid ID says so, and the person can choose another one.
  await expect(page.getByRole('alert')).toContainText(
    'The link contains an invalid access point ID (“the harbor”).',
  );
  const search = page.getByRole('searchbox', { name: 'Search access points' });
  const choose = async (name: string) => {
    await search.focus();
    await page.keyboard.type(name);
    const option = page.getByRole('radio', { name });
    await expect(page.getByRole('radio')).toHaveCount(1);
    await page.keyboard.press('ArrowDown');
    await expect(option).toBeFocused();
    await page.keyboard.press('Space');
    await expect(option).toBeChecked();
    await page.keyboard.press('Enter');
  };
  await choose('Harbor Beamline 7 Detector');
  await expect(page.getByRole('heading', { level: 2, name: 'Where does the connection go?' })).toBeFocused();
  await choose('Northfield Compute Stream');
  await expect(page.getByRole('heading', { level: 2, name: 'Name and lifetime' })).toBeFocused();
  await page.getByRole('textbox', { name: 'Custom (minutes)' }).fill('soon');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Custom (minutes)' })).toBeFocused();
  await page.getByRole('radio', { name: '1 hour' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('textbox', { name: 'Label' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Review and create' })).toBeFocused();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await page.goBack();
  await expect(page.getByRole('textbox', { name: 'Label' })).toHaveValue('By keyboard');
  await page.goForward();
  await page.getByRole('button', { name: 'Create tunnel' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'By keyboard' })).toBeFocused();
  await page.getByRole('heading', { name: 'Enter the listener address' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

test('a preset is saved, renamed, shared, used, and deleted', async ({ page, context, app }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openAs(page, app.url);
  await page.goto(
    `${app.url}tunnels/new?initiator=${accessPointIds.open}&listener=${LISTENER}&label=Night&lifetime=60`,
  );
  await page.getByRole('button', { name: 'Save as preset' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Night run');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Saved as “Night run”' })).toBeVisible();
  await page.getByRole('button', { name: 'Start over' }).click();

  const presets = page.getByRole('list', { name: 'Start from a preset' });
  await presets.getByRole('button', { name: 'Rename preset Night run' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Every night');
  await page.keyboard.press('Enter');
  await presets.getByRole('button', { name: 'Copy a link to preset Every night' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.reload();
  await presets.getByRole('link', { name: 'Every night' }).click();
  await expect(page.getByText(/^1 h \(until/)).toBeVisible();

  await page.goto(link);
  await expect(page.getByRole('heading', { level: 2, name: 'Review and create' })).toBeVisible();
  // The presets come before the step’s heading, which gets the focus.
  await page.getByRole('navigation', { name: 'Steps' }).getByRole('link').first().click();
  await expect(presets).toBeVisible();
  await expect(
    page.getByRole('heading', { level: 2, name: 'Where does the connection start?' }),
  ).toBeFocused();
  await page.getByRole('link', { name: 'New tunnel' }).click();
  await presets.getByRole('button', { name: 'Delete preset Every night' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete preset' }).click();
  await expect(presets).toBeHidden();
});
