import { type Browser, chromium } from 'playwright';
import { type AppServer, startAppServer } from '../e2e/fixtures/appServer.ts';
import { sandboxConfig } from '../e2e/fixtures/sandboxTest.ts';
import { type Sandbox, startSandbox } from '../sandbox/startSandbox.ts';
import { PERSONAS } from '../sandbox/world/identities.ts';
import { findChromium } from '../scripts/prerequisites.mjs';
import { captureSession } from './captureSession.ts';
import { CdpPage } from './cdpPage.ts';

/** A browser, and a sandbox with 10,000 access points and 5,000 tunnels that one person can see. */
export interface BigFleet {
  browser: Browser;
  sandbox: Sandbox;
  app: AppServer;
  /** What a sign-in stores in the tab. */
  session: [key: string, value: string];
  close: () => Promise<void>;
}

/** How many times the page's processor is slower than this machine's. */
const SLOWDOWN = 4;

/** Starts a browser, a sandbox and the production build. */
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
    session: await captureSession(browser, sandbox),
    close: async () => {
      await browser.close();
      await app.close();
      await sandbox.close();
    },
  };
}

/** Opens the list signed in, on a slow processor, and waits until the names have loaded too. */
export async function openFleet({ browser, app, session }: BigFleet, slowdown = SLOWDOWN): Promise<CdpPage> {
  const page = await CdpPage.open(browser, { width: 1440, height: 900 });
  await page.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.send('Page.addScriptToEvaluateOnNewDocument', {
    source: `sessionStorage.setItem(...${JSON.stringify(session)}); (${noteFirstRow})();`,
  });
  const loaded = page.once('Page.loadEventFired');
  await page.send('Page.navigate', { url: `${app.url}tunnels` });
  await loaded;
  await page.waitFor(`performance.getEntriesByName('first-row').length > 0`);
  await page.waitFor(
    `document.querySelector('[role=row][data-index] [data-column=initiator] [title]:not(.mono)')`,
  );
  await page.evaluate(REST);
  return page;
}

/** Waits until the page has been idle for a second. */
const REST = `new Promise((done) => {
  let timer = setTimeout(done, 1000);
  new PerformanceObserver(() => { clearTimeout(timer); timer = setTimeout(done, 1000); }).observe({ type: 'longtask' });
})`;

/** Marks, in the page, when the first row is painted: after the frame that paints it. */
const noteFirstRow = `() => {
  const observer = new MutationObserver(() => {
    if (!document.querySelector('[role=row][data-index]')) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => performance.mark('first-row')));
  });
  observer.observe(document, { childList: true, subtree: true });
}`;
