import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright';
import { CdpPage } from './cdpPage.ts';

const observer = readFileSync(new URL('pageObserver.js', import.meta.url), 'utf8');

/** How a page came up, in milliseconds since its navigation began. */
export interface PageTimes {
  firstPaintMs: number;
  largestContentfulPaintMs: number;
  /** When what one came for was there. */
  usableMs: number;
  /** What tasks of the main thread took beyond 50 ms each, until then. */
  totalBlockingTimeMs: number;
  cumulativeLayoutShift: number;
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
  session: [key: string, value: string] | null,
  usableSelector: string,
): Promise<PageTimes> {
  const page = await CdpPage.open(browser, { width: 1280, height: 720 });
  await page.send('Security.setIgnoreCertificateErrors', { ignore: true });
  const begin = [
    `window.usable = ${JSON.stringify(usableSelector)};`,
    session === null ? '' : `sessionStorage.setItem(...${JSON.stringify(session)});`,
    observer,
  ];
  await page.send('Page.addScriptToEvaluateOnNewDocument', { source: begin.join('\n') });
  await page.send('Network.enable');
  await page.send('Network.emulateNetworkConditions', NETWORK);
  await page.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  for (const address of [from, url]) {
    const isThere = page.once('Page.frameNavigated');
    await page.send('Page.navigate', { url: address });
    await isThere;
  }
  const times = await page.evaluate<PageTimes>('window.pageTimes');
  await page.close();
  return times;
}
