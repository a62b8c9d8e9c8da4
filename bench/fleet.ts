import type { Page } from 'playwright';
import { type BigFleet, openFleet, startBigFleet } from './bigFleet.ts';
import type { Bench, Figure } from './figures.ts';
import { watchMainThread } from './mainThread.ts';

const RUNS = 5;
/** How much of the fleet changes between two polls. */
const CHURN = 0.05;

/** What the list of tunnels costs with 5,000 of them. */
export const fleetBench: Bench = {
  name: 'fleet',
  async measure() {
    const fleet = await startBigFleet();
    const firstRows: number[] = [];
    const refreshTask: number[] = [];
    const refreshScript: number[] = [];
    try {
      for (let run = 0; run < RUNS; run += 1) {
        const { page, cdp } = await openFleet(fleet);
        firstRows.push(await firstRowMs(page));
        await settle(page);
        const work = await watchMainThread(cdp, () => refresh(page, fleet));
        refreshTask.push(work.longestTaskMs);
        refreshScript.push(work.scriptMs);
        await page.context().close();
      }
    } finally {
      await fleet.close();
    }
    return [
      { what: 'first rows, from the return of the sign-in', unit: 'ms', runs: firstRows },
      { what: 'one refresh: longest task of the main thread', unit: 'ms', runs: refreshTask, atMost: 50 },
      { what: 'one refresh: scripts, all together', unit: 'ms', runs: refreshScript },
    ] satisfies Figure[];
  },
};

function firstRowMs(page: Page): Promise<number> {
  return page.evaluate(() => performance.getEntriesByName('first-row')[0]?.startTime ?? Number.NaN);
}

/** Waits until the names are there too and nothing is loaded any more. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
}

/** Changes a part of the fleet and has the page read it. */
async function refresh(page: Page, { sandbox }: BigFleet): Promise<void> {
  await sandbox.commands.tunnels.churn(CHURN);
  const answered = page.waitForResponse((response) => response.url().endsWith('/v2/tunnels'));
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await (await answered).finished();
  await page.getByText('updated just now').waitFor();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 300))));
}
