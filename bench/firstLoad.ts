import { type Browser, chromium } from 'playwright';
import { sandboxConfig } from '../e2e/fixtures/sandboxTest.ts';
import { type Sandbox, startSandbox } from '../sandbox/startSandbox.ts';
import { findChromium } from '../scripts/prerequisites.mjs';
import { captureSession } from './captureSession.ts';
import { preparePages, startPageServer } from './firstLoadServers.ts';
import type { Bench, Measurement } from './measurements.ts';
import { measurePage, type PageTimes } from './pageTimes.ts';

const RUNS = 5;

/** Measures how the first pages load on a slow network and processor, compared with a plain reference page. */
export const firstLoadBench: Bench = {
  name: 'first-load',
  async measure() {
    await preparePages();
    const sandbox = await startSandbox({ seed: 'bench' });
    // More than the 25 rows that the reference page shows.
    sandbox.commands.tunnels.create({ count: 30, label: 'Beamline run', lifetimeMins: 600 });
    const executablePath = await findChromium();
    const browser = await chromium.launch(executablePath ? { executablePath } : {});
    try {
      const session = await captureSession(browser, sandbox);
      const figures: Measurement[] = [];
      for (const protocol of ['HTTP/1.1', 'HTTP/2'] as const)
        figures.push(...(await measureProtocol(protocol, { browser, sandbox, session })));
      return figures;
    } finally {
      await browser.close();
      await sandbox.close();
    }
  },
};

async function measureProtocol(
  protocol: 'HTTP/1.1' | 'HTTP/2',
  {
    browser,
    sandbox,
    session,
  }: { browser: Browser; sandbox: Sandbox; session: [key: string, value: string] },
): Promise<Measurement[]> {
  const dashboard = await startPageServer('dashboard', protocol, sandboxConfig(sandbox));
  const reference = await startPageServer('reference', protocol, sandboxConfig(sandbox));
  const signIn: PageTimes[] = [];
  const rows: PageTimes[] = [];
  const plain: PageTimes[] = [];
  const bare: PageTimes[] = [];
  // In turns, so that a machine that becomes slower does so for all of them.
  for (let run = 0; run < RUNS; run += 1) {
    bare.push(await measurePage(browser, sandbox.auth, `${reference.url}bare.html`, null, 'button'));
    plain.push(await measurePage(browser, sandbox.auth, reference.url, session, '[data-index]'));
    signIn.push(await measurePage(browser, sandbox.auth, dashboard.url, null, '#sign-in-button:enabled'));
    rows.push(
      await measurePage(browser, sandbox.auth, `${dashboard.url}tunnels`, session, '[role=row][data-index]'),
    );
  }
  await dashboard.close();
  await reference.close();
  const of = (times: PageTimes[], measure: keyof PageTimes) => times.map((run) => run[measure]);
  const ratio = (times: PageTimes[], measure: 'largestContentfulPaintMs' | 'usableMs') =>
    times.map((time, run) => time[measure] / (plain[run]?.[measure] ?? Number.NaN));
  const figures: Measurement[] = [
    { name: 'reference: script', unit: 'kB', runs: of(plain, 'scriptKB') },
    { name: 'reference: largest paint', unit: 'ms', runs: of(plain, 'largestContentfulPaintMs') },
    { name: 'reference: rows', unit: 'ms', runs: of(plain, 'usableMs') },
    {
      name: 'a page of three lines: largest paint, of the reference',
      unit: 'times',
      runs: ratio(bare, 'largestContentfulPaintMs'),
    },
    { name: 'sign-in: script', unit: 'kB', runs: of(signIn, 'scriptKB'), limit: 10 },
    { name: 'sign-in: first paint', unit: 'ms', runs: of(signIn, 'firstPaintMs') },
    {
      name: 'sign-in: largest paint, of the reference',
      unit: 'times',
      runs: ratio(signIn, 'largestContentfulPaintMs'),
      limit: 0.33,
    },
    { name: 'sign-in: button ready', unit: 'ms', runs: of(signIn, 'usableMs') },
    { name: 'sign-in: blocked', unit: 'ms', runs: of(signIn, 'totalBlockingTimeMs'), limit: 20 },
    { name: 'sign-in: layout shift', unit: 'times', runs: of(signIn, 'cumulativeLayoutShift'), limit: 0 },
    { name: 'first rows: script', unit: 'kB', runs: of(rows, 'scriptKB'), limit: 130 },
    { name: 'first rows: first paint', unit: 'ms', runs: of(rows, 'firstPaintMs') },
    {
      name: 'first rows: largest paint, of the reference',
      unit: 'times',
      runs: ratio(rows, 'largestContentfulPaintMs'),
    },
    { name: 'first rows: usable', unit: 'ms', runs: of(rows, 'usableMs') },
    {
      name: 'first rows: usable, of the reference',
      unit: 'times',
      runs: ratio(rows, 'usableMs'),
      limit: 0.95,
    },
    { name: 'first rows: blocked', unit: 'ms', runs: of(rows, 'totalBlockingTimeMs'), limit: 150 },
    { name: 'first rows: layout shift', unit: 'times', runs: of(rows, 'cumulativeLayoutShift'), limit: 0 },
  ];
  return figures.map((figure) => ({ ...figure, name: `${protocol} ${figure.name}` }));
}
