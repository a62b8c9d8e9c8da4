import type { Browser } from 'playwright';

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

/** Notes in the page what the browser reports, and the frame after the first element `usable` matches. */
function observe(usable: string): void {
  const seen = { largestPaintMs: 0, usableMs: 0, layoutShift: 0, tasks: [] as [number, number][] };
  Object.assign(window, { seen });
  // No function with a name of its own in here: what runs this file would mark it with a helper that the page has not.
  const notes: Record<string, (entry: PerformanceEntry & { value?: number }) => unknown> = {
    'largest-contentful-paint': ({ startTime }) => Object.assign(seen, { largestPaintMs: startTime }),
    'layout-shift': ({ value = 0 }) => Object.assign(seen, { layoutShift: seen.layoutShift + value }),
    longtask: ({ startTime, duration }) => seen.tasks.push([startTime, duration]),
  };
  for (const [type, note] of Object.entries(notes))
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  const changes = new MutationObserver(() => {
    if (!document.querySelector(usable)) return;
    changes.disconnect();
    requestAnimationFrame(() =>
      setTimeout(() => {
        seen.usableMs = performance.now();
      }),
    );
  });
  changes.observe(document, { childList: true, subtree: true, attributes: true });
}

/**
 * Opens a page as somebody who was never there, on a slow network and processor.
 *
 * @param session what sessionStorage holds of a sign-in, or null
 * @param usable a selector of what one came for
 */
export async function measurePage(
  browser: Browser,
  url: string,
  session: string | null,
  usable: string,
): Promise<PageTimes> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'en-GB' });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  if (session !== null)
    await page.addInitScript((text) => sessionStorage.setItem('globus-streams.session', text), session);
  await page.addInitScript(observe, usable);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', NETWORK);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(() => (window as unknown as { seen: { usableMs: number } }).seen.usableMs > 0);
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
