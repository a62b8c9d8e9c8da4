import { openAs } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';

test('a reload asks for the list once, beside the code, and nothing jumps when it comes', async ({
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
        shifts.push(...moved.map(({ node }) => node?.textContent ?? 'something that is gone'));
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  // Held back, so that what stands there meanwhile is painted.
  sandbox.commands.setLatencyMs(500);
  sandbox.commands.clearRequests();
  await page.reload();
  await expect(page.getByRole('table', { name: 'Tunnels' }).getByRole('link').first()).toBeVisible();
  const asked = sandbox.commands.requests({ service: 'transfer', method: 'GET', path: '/v2/tunnels' });
  expect(asked).toHaveLength(1);
  expect(await page.evaluate(() => Reflect.get(window, 'shifts'))).toEqual([]);
});
