import { readFile } from 'node:fs/promises';
import { openAs, people } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';

test('a support bundle can be reviewed, downloaded without names, and opened by someone without access', async ({
  page,
  app,
  sandbox,
  browser,
}) => {
  const [tunnel] = sandbox.commands.tunnels.create({ label: 'Run of Mira Okafor', state: 'ACTIVE' });
  if (!tunnel) throw new Error('The sandbox created no tunnel.');
  await openAs(page, `${app.url}tunnels/${tunnel.id}`);
  await expect(page.getByRole('region', { name: 'Details' })).toContainText('mira@harbor.example');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Create support bundle' }).click();
  const dialog = page.getByRole('dialog', { name: 'Support bundle' });
  const preview = dialog.getByRole('group', { name: 'Text' });
  await expect(preview).toContainText('Label: Run of [name removed]');
  await expect(preview).toContainText(`GET /v2/tunnels/${tunnel.id}  200`);
  await dialog.getByRole('checkbox', { name: /names and email addresses/ }).check();
  await expect(preview).toContainText('Owner: Mira Okafor, mira@harbor.example');
  await dialog.getByRole('checkbox', { name: /names and email addresses/ }).uncheck();

  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download JSON' }).click();
  const path = await (await download).path();
  const json = await readFile(path, 'utf8');
  expect(json).not.toMatch(/mira|okafor|@|Bearer|token|cookie/i);
  expect(json).toContain(tunnel.id);

  const context = await browser.newContext();
  const otherPage = await context.newPage();
  await openAs(otherPage, `${app.url}support/bundle`, people.newcomer);
  const choose = (name: string, text: string) =>
    otherPage
      .getByLabel('Bundle file')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  await choose('bundle.json', json);
  await expect(otherPage.getByRole('heading', { name: 'Run of [name removed]' })).toBeVisible();
  await expect(otherPage.getByRole('region', { name: 'Run of [name removed]' })).toContainText(
    /Active\s*as of .*\d:\d\d/,
  );
  await expect(otherPage.getByRole('region', { name: 'Diagnosis:' })).toContainText(
    'Active: the two sites are connected',
  );
  await expect(otherPage.getByRole('list', { name: 'Events' })).toContainText('TUNNEL_ACTIVE');

  await test.step('a malicious bundle does no harm, and other files get a clear message', async () => {
    const evil = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
    const hostile = json
      .replace('Run of [name removed]', JSON.stringify(evil).slice(1, -1))
      .replace('{', '{"__proto__":{"polluted":1},')
      .replace(/"infoLink": [^\n]*/, '"infoLink": "javascript:alert(1)",');
    await choose('hostile.json', hostile);
    await expect(otherPage.getByRole('heading', { name: evil })).toBeVisible();
    await expect(otherPage).toHaveTitle('Support bundle');
    await expect(otherPage.locator('a[href^="javascript"], main img, main script')).toHaveCount(0);
    await choose('deep.json', '['.repeat(100_000));
    await expect(otherPage.getByRole('alert')).toContainText('nested too deeply');
    await choose('types.json', json.replace(/"createdAtMs": \d+/, '"createdAtMs": "yesterday"'));
    await expect(otherPage.getByRole('alert')).toContainText('tunnel.createdAtMs should be a number');
  });
  await context.close();

  await test.step('when the owner can’t be looked up, the dialog warns that their name may be in the bundle', async () => {
    sandbox.commands.failNext({ service: 'auth', path: '/v2/api/identities', count: null, status: 403 });
    await page.goto(`${app.url}tunnels/${tunnel.id}?ask=bundle`);
    await expect(preview).toContainText('Label: Run of');
    await expect(dialog).toContainText('The owner couldn’t be identified');
  });
});
