import { type Browser, type CDPSession, chromium, type Page } from 'playwright';
import { type AppServer, startAppServer } from '../e2e/fixtures/appServer.ts';
import { people, signIn } from '../e2e/fixtures/people.ts';
import { sandboxConfig } from '../e2e/fixtures/world.ts';
import { type Sandbox, startSandbox } from '../sandbox/startSandbox.ts';
import { PERSONAS } from '../sandbox/world/identities.ts';
import { findChromium } from '../scripts/setUp.mjs';

/** A browser in front of a large world: 10,000 access points, 5,000 tunnels that one person can see. */
export interface BigFleet {
  browser: Browser;
  sandbox: Sandbox;
  app: AppServer;
  close: () => Promise<void>;
}

/** How much slower than this machine the page's own processor is made. */
const SLOWDOWN = 4;

export async function startBigFleet(): Promise<BigFleet> {
  const sandbox = await startSandbox({ accessPoints: 10_000, tunnels: 5000, seed: 'bench' });
  const researcher = PERSONAS.find(({ key }) => key === 'researcher')?.identities ?? [];
  const ids = new Set(researcher.map(({ id }) => id));
  for (const tunnel of sandbox.world.tunnels.values()) {
    if (!sandbox.world.isVisible(tunnel, [...ids])) tunnel.ownerId = [...ids][0] ?? '';
  }
  const app = await startAppServer(sandboxConfig(sandbox));
  const executablePath = await findChromium();
  const browser = await chromium.launch(executablePath ? { executablePath } : {});
  return {
    browser,
    sandbox,
    app,
    close: async () => {
      await browser.close();
      await app.close();
      await sandbox.close();
    },
  };
}

/** Notes, in the page, when the first row stands: after the frame that paints it. */
function noteFirstRow(): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector('[role=row][data-index]')) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => performance.mark('first-row')));
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** Signs in on a page of its own whose processor is slowed down, and waits for the first rows. */
export async function openFleet({ browser, app }: BigFleet): Promise<{ page: Page; cdp: CDPSession }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await cdp.send('Performance.enable');
  await page.addInitScript(noteFirstRow);
  await page.goto(app.url);
  await signIn(page, people.researcher);
  await page.getByRole('table', { name: 'Tunnels' }).waitFor({ timeout: 120_000 });
  await page.waitForFunction(() => performance.getEntriesByName('first-row').length > 0);
  return { page, cdp };
}
