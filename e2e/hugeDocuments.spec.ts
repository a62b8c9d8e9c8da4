import { openAs } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';

// What anyone may have written, in sizes that no one needs. Each step waits for the page, so a page that freezes fails.

const HARBOR = 'acce5500-0000-4000-8000-000000000001';

test('texts of megabytes, thousands of keywords and deep documents don’t freeze a page', async ({
  page,
  app,
  sandbox,
}) => {
  const label = `Night run ${'x'.repeat(5_000_000)}`;
  const [tunnel] = sandbox.commands.tunnels.create({ label, state: 'ACTIVE' });
  if (!tunnel) throw new Error('The sandbox created no tunnel.');
  const keywords = Array.from({ length: 20_000 }, (_, at) => `k${at}`).join(', ');
  sandbox.commands.updateAccessPoint(HARBOR, { attributes: { keywords } });

  await test.step('the list and its search', async () => {
    await openAs(page, `${app.url}tunnels`);
    const link = page.getByRole('table', { name: 'Tunnels' }).getByRole('link', { name: /^Night run/ });
    await expect(link).toBeVisible();
    expect((await link.textContent())?.length).toBeLessThanOrEqual(20_000);
    await page.getByRole('searchbox').fill('night run');
    await expect(
      page.getByRole('table', { name: 'Tunnels' }).getByRole('link', { name: /^Night run/ }),
    ).toHaveCount(1);
  });

  await test.step('an access point', async () => {
    await page.goto(`${app.url}access-points/${HARBOR}`);
    await expect(page.getByRole('list', { name: 'Keywords' }).getByRole('listitem')).toHaveCount(101);
  });

  await test.step('the document of a tunnel', async () => {
    await page.goto(`${app.url}tunnels/${tunnel.id}`);
    await expect(page.getByRole('heading', { level: 1, name: /^Night run/ })).toBeVisible();
    const deep = Array.from({ length: 3000 }).reduce((inner) => [inner], 'deepest') as object;
    sandbox.commands.failNext({
      service: 'transfer',
      path: new RegExp(`^/v2/tunnels/${tunnel.id}$`),
      status: 200,
      body: deep,
      count: null,
    });
    await page.getByRole('link', { name: 'Raw JSON' }).click();
    const document = page.getByRole('group', { name: 'Document: Tunnel' });
    await expect(document).toContainText('"deepest"');
    expect((await document.textContent())?.length).toBeLessThan(1_000_000);
  });

  await test.step('a file that is no support bundle', async () => {
    await page.goto(`${app.url}support/bundle`);
    const buffer = Buffer.from(`{"a":"${'\\"'.repeat(125_000)}`);
    await page
      .getByLabel('Bundle file')
      .setInputFiles({ name: 'b.json', mimeType: 'application/json', buffer });
    await expect(page.getByRole('alert')).toContainText('isn’t JSON');
  });
});
