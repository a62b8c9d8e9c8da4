import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright';

const observer = fileURLToPath(new URL('pageObserver.js', import.meta.url));

/** How a page came up, in milliseconds since its navigation began. */
export interface PageTimes {
  firstPaintMs: number;
  largestPaintMs: number;
  /** When what one came for was there. */
  usableMs: number;
  /** What tasks of the main thread took beyond 50 ms each, until then. */
  blockedMs: number;
  layoutShift: number;
  /** Scripts until then, as they came over the network. */
  scriptKB: number;
}

/** Slow mobile: 1.6 Mbit/s down, 150 ms a round trip, a processor four times slower than this machine's. */
const NETWORK = { latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8, offline: false };
const SLOWDOWN = 4;

/**
 * Opens a page as somebody who was never there and comes from another site, on a slow network and processor.
 *
 * @param from a page of another site: a browser starts a process for whom it has not seen yet
 * @param session what sessionStorage holds of a sign-in, or null
 * @param usableSelector a selector of what one came for
 */
export async function measurePage(
  browser: Browser,
  from: string,
  url: string,
  session: string | null,
  usableSelector: string,
): Promise<PageTimes> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'en-GB' });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  if (session !== null)
    await page.addInitScript((text) => sessionStorage.setItem('globus-streams.session', text), session);
  await page.addInitScript((selector) => Object.assign(window, { usable: selector }), usableSelector);
  await page.addInitScript({ path: observer });
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', NETWORK);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  // The page tells by itself: whatever is asked of it meanwhile would be work of its main thread.
  await cdp.send('Runtime.enable');
  await cdp.send('Runtime.addBinding', { name: 'tellUsable' });
  await page.goto(from, { waitUntil: 'commit' });
  const usable = new Promise((resolve) => cdp.once('Runtime.bindingCalled', resolve));
  await page.goto(url, { waitUntil: 'commit' });
  await usable;
  // What comes late counts too: a paint that is larger, a shift.
  await page.waitForLoadState('networkidle');
  const times = await page.evaluate(() => {
    const { seen } = window as unknown as {
      seen: { largestPaintMs: number; usableMs: number; layoutShift: number; tasks: [number, number][] };
    };
    const firstPaintMs = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN;
    const tasks = seen.tasks.filter(([start]) => start >= firstPaintMs && start < seen.usableMs);
    const scripts = performance
      .getEntriesByType('resource')
      .filter(({ name, startTime }) => /\.js$/.test(name) && startTime < seen.usableMs);
    return {
      firstPaintMs,
      largestPaintMs: seen.largestPaintMs,
      usableMs: seen.usableMs,
      blockedMs: tasks.reduce((sum, [, duration]) => sum + duration - 50, 0),
      layoutShift: seen.layoutShift,
      scriptKB:
        scripts.reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0) / 1000,
    };
  });
  await context.close();
  return times;
}
