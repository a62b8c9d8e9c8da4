import { openAs, people } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';

test('the palette: an ID inside an email leads to the tunnel; names, pages, actions and recent pages by keyboard', async ({
  page,
  app,
  sandbox,
}) => {
  const [tunnel] = sandbox.commands.tunnels.create({ label: 'Night run', state: 'ACTIVE' });
  if (!tunnel) throw new Error('The sandbox made no tunnel.');
  await openAs(page, `${app.url}access-points`);
  const dialog = page.getByRole('dialog', { name: 'Search' });
  const input = dialog.getByRole('combobox');
  const option = (name: string | RegExp) => dialog.getByRole('option', { name });

  await page.keyboard.press('ControlOrMeta+k');
  await expect(input).toBeFocused();
  const email = `Dear support,\nmy tunnel\n${tunnel.id.toUpperCase()}\ndoes not work.`;
  await input.evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', text);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, email);
  await expect(option(tunnel.id)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Night run' })).toBeVisible();

  await page.getByRole('button', { name: 'Search or paste an ID' }).click();
  await input.fill('rename');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Rename tunnel' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('ControlOrMeta+k');
  await input.fill('access');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Access points' })).toBeVisible();

  await page.keyboard.press('ControlOrMeta+k');
  await expect(option(/Night run.*Recent/)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(option(/^Tunnels/)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${app.url}tunnels/${tunnel.id}`);

  await page.keyboard.press('ControlOrMeta+k');
  await input.fill('ACCE5500 0000 4000 8000 000000000001'.replaceAll(' ', ' - '));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Harbor Beamline 7 Detector' })).toBeVisible();
});

test('an unknown ID: what was looked up and why it may be missing; a failure is not “not found”', async ({
  page,
  app,
  sandbox,
}) => {
  const [hidden] = sandbox.commands.tunnels.create({ label: 'Not yours' });
  if (!hidden) throw new Error('The sandbox made no tunnel.');
  await openAs(page, `${app.url}find?ids=${hidden.id}`, people.newcomer);
  const notFound = page.getByText('Not found. No tunnel or access point that you can see');
  await expect(notFound).toBeVisible();
  await expect(page.getByText(/^Request ID/)).toHaveCount(2);
  await expect(page.getByText('mistyped, deleted, or belong to someone else')).toBeVisible();

  // A failure is not "nothing found".
  sandbox.commands.failNext({ service: 'transfer', path: '/v2/tunnels/', status: 400, count: 1 });
  await page.goto(`${app.url}find?ids=${hidden.id}`);
  await expect(page.getByText('Tunnels: lookup failed')).toBeVisible();
  await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
  await expect(notFound).toBeVisible();

  // More IDs than are looked up at once are not dropped.
  const ids = Array.from({ length: 12 }, (_, at) => hidden.id.replace(/..$/, String(at + 10)));
  await page.goto(`${app.url}find?ids=${ids.join('+')}`);
  await expect(page.getByRole('heading', { level: 1, name: 'First 10 of 12 IDs' })).toBeVisible();
  await page.getByRole('link', { name: 'Look up 2 more IDs' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Results for 2 IDs' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: ids[11] ?? '' })).toBeVisible();
});
