import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright';
import { CdpPage } from './cdpPage.ts';

const observer = readFileSync(new URL('pageObserver.js', import.meta.url), 'utf8');

/** How a page loaded, in milliseconds since its navigation began. */
export interface PageTimes {
  firstPaintMs: number;
  largestContentfulPaintMs: number;
  /** When the content that people come for was there. */
  usableMs: number;
  /** The time that main-thread tasks took beyond 50 ms each, until the page was usable. */
  totalBlockingTimeMs: number;
  cumulativeLayoutShift: number;
  /** Scripts until the page was usable, as transferred. */
  scriptKB: number;
}

/** Slow mobile: 1.6 Mbit/s down, 150 ms a round trip, a processor four times slower than this machine's. */
const NETWORK = { latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8, offline: false };
const SLOWDOWN = 4;

/**
 * Opens a page as a first-time visitor who comes from another site, on a slow network and processor.
 *
 * @param from a page of another site, so that the browser has to start a new process
 * @param session the key and value of a session in sessionStorage, or null
 * @param usableSelector a selector of the content that people come for
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
    const hasNavigated = page.once('Page.frameNavigated');
    await page.send('Page.navigate', { url: address });
    await hasNavigated;
  }
  const times = await page.evaluate<PageTimes>('window.pageTimes');
  await page.close();
  return times;
}
