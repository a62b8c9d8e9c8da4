import { openAs } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';

test('a reload requests the list once, alongside the code, and nothing shifts when it arrives', async ({
  page,
  app,
  sandbox,
}) => {
  await openAs(page, `${app.url}tunnels`);
  await page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const moved = (entry as PerformanceEntry & { sources: { node: Node | null }[] }).sources;
        shifts.push(...moved.map(({ node }) => node?.textContent ?? 'a removed element'));
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  // Delayed, so that the outline is painted first.
  sandbox.commands.setLatencyMs(500);
  sandbox.commands.clearRequests();
  await page.reload();
  await expect(page.getByRole('table', { name: 'Tunnels' }).getByRole('link').first()).toBeVisible();
  const path = '/v2/tunnels';
  const requests = sandbox.commands.requests({ service: 'transfer', method: 'GET', path });
  // The events of stopped tunnels follow once the rows are on the page.
  expect(requests.filter((request) => request.path === path)).toHaveLength(1);
  expect(requests[0]?.path).toBe(path);
  expect(await page.evaluate(() => Reflect.get(window, 'shifts'))).toEqual([]);
});
