import type { Page } from '@playwright/test';
import type { Sandbox } from '../sandbox/startSandbox.ts';
import { openAs } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';

const WINDOW_SECONDS = 30;

test('a tunnel that is stuck in a state is polled every few seconds at first, and slowly after ten minutes', async ({
  page,
  app,
  sandbox,
}) => {
  const [tunnel] = sandbox.commands.tunnels.create({ label: 'Stuck', state: 'STOPPING' });
  if (!tunnel) throw new Error('The sandbox created no tunnel.');
  await page.clock.install();
  await openAs(page, `${app.url}tunnels/${tunnel.id}`);
  await expect(page.getByRole('region', { name: 'Diagnosis:' })).toBeVisible();
  const runWindow = await clockRunner(page);

  await runWindow();
  const fast = countRequests(sandbox, tunnel.id);
  expect(fast.tunnel).toBeGreaterThan(8);
  expect(fast.events).toBeGreaterThan(5);

  await page.clock.fastForward('11:00');
  await runWindow();
  sandbox.commands.clearRequests();
  await runWindow();
  const slow = countRequests(sandbox, tunnel.id);
  expect(slow.tunnel).toBeGreaterThan(0);
  expect(slow.tunnel).toBeLessThan(5);
  expect(slow.events).toBeLessThan(5);
});

/** Returns a function that runs the page's clock, and lets every request that becomes due finish. */
async function clockRunner(page: Page): Promise<() => Promise<void>> {
  let pending = 0;
  page.on('request', () => {
    pending += 1;
  });
  page.on('requestfinished', () => {
    pending -= 1;
  });
  page.on('requestfailed', () => {
    pending -= 1;
  });
  return async () => {
    for (let second = 0; second < WINDOW_SECONDS; second += 1) {
      await page.clock.runFor(1000);
      await expect.poll(() => pending).toBeLessThanOrEqual(0);
    }
  };
}

function countRequests(sandbox: Sandbox, tunnelId: string): { tunnel: number; events: number } {
  const path = `/v2/tunnels/${tunnelId}`;
  const paths = sandbox.commands.requests({ method: 'GET', path }).map((request) => request.path);
  return {
    tunnel: paths.filter((requested) => requested === path).length,
    events: paths.filter((requested) => requested === `${path}/events`).length,
  };
}
