import { readFile } from 'node:fs/promises';
import { openAs, people } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';

test('a bundle is previewed, saved without people, and opened by somebody who has no access', async ({
  page,
  app,
  sandbox,
  browser,
}) => {
  const [tunnel] = sandbox.commands.tunnels.create({ label: 'Run of Mira Okafor', state: 'ACTIVE' });
  if (!tunnel) throw new Error('The sandbox made no tunnel.');
  await openAs(page, `${app.url}tunnels/${tunnel.id}`);
  await expect(page.getByRole('region', { name: 'Details' })).toContainText('mira@harbor.example');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Support bundle' }).click();
  const dialog = page.getByRole('dialog', { name: 'Support bundle' });
  const preview = dialog.getByRole('group', { name: 'As text' });
  await expect(preview).toContainText('Label: Run of [name removed]');
  await expect(preview).toContainText(`GET /v2/tunnels/${tunnel.id}  200`);
  await dialog.getByRole('checkbox', { name: /names and e-mail addresses/ }).check();
  await expect(preview).toContainText('Owner: Mira Okafor, mira@harbor.example');
  await dialog.getByRole('checkbox', { name: /names and e-mail addresses/ }).uncheck();

  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save JSON' }).click();
  const path = await (await download).path();
  const json = await readFile(path, 'utf8');
  expect(json).not.toMatch(/mira|okafor|@|Bearer|token|cookie/i);
  expect(json).toContain(tunnel.id);

  const context = await browser.newContext();
  const other = await context.newPage();
  await openAs(other, `${app.url}support/bundle`, people.newcomer);
  const choose = (name: string, text: string) =>
    other
      .getByLabel('Bundle file')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  await choose('bundle.json', json);
  await expect(other.getByRole('heading', { name: 'Run of [name removed]' })).toBeVisible();
  await expect(other.getByRole('region', { name: 'Run of [name removed]' })).toContainText(
    /Active, as seen .*\d\d:\d\d/,
  );
  await expect(other.getByRole('region', { name: 'Diagnosis:' })).toContainText('It is active');
  await expect(other.getByRole('list', { name: 'Events' })).toContainText('TUNNEL_ACTIVE');

  await test.step('a hostile one does no harm, and what is no bundle gets a clear answer', async () => {
    const evil = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
    const hostile = json
      .replace('Run of [name removed]', JSON.stringify(evil).slice(1, -1))
      .replace('{', '{"__proto__":{"polluted":1},')
      .replace(/"infoLink": [^\n]*/, '"infoLink": "javascript:alert(1)",');
    await choose('hostile.json', hostile);
    await expect(other.getByRole('heading', { name: evil })).toBeVisible();
    await expect(other).toHaveTitle('Support bundle');
    await expect(other.locator('a[href^="javascript"], main img, main script')).toHaveCount(0);
    await choose('deep.json', '['.repeat(100_000));
    await expect(other.getByRole('alert')).toContainText('nested deeper than any support bundle');
    await choose('types.json', json.replace(/"createdAtMs": \d+/, '"createdAtMs": "yesterday"'));
    await expect(other.getByRole('alert')).toContainText('tunnel.createdAtMs should be a number');
  });
  await context.close();

  await test.step('where the owner cannot be looked up, it says that their name may be in it', async () => {
    sandbox.commands.failNext({ service: 'auth', path: '/v2/api/identities', count: null, status: 403 });
    await page.goto(`${app.url}tunnels/${tunnel.id}?ask=bundle`);
    await expect(preview).toContainText('Label: Run of');
    await expect(dialog).toContainText('Who owns the tunnel is not known here');
  });
});
