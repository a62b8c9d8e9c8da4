import { type Browser, chromium } from 'playwright';
import { sandboxConfig } from '../e2e/fixtures/world.ts';
import { type Sandbox, startSandbox } from '../sandbox/startSandbox.ts';
import { findChromium } from '../scripts/setUp.mjs';
import type { Bench, Figure } from './figures.ts';
import { prepareSites, startSite } from './firstLoadSites.ts';
import { measurePage, type PageTimes } from './pageTimes.ts';
import { sessionOf } from './sessionOf.ts';

const RUNS = 5;

/** How the first pages come up on a slow network and processor, beside a plain reference page. */
export const firstLoadBench: Bench = {
  name: 'first-load',
  async measure() {
    await prepareSites();
    const sandbox = await startSandbox({ seed: 'bench' });
    // More than the 25 rows that the reference page shows.
    sandbox.commands.tunnels.create({ count: 30, label: 'Beamline run', lifetimeMins: 600 });
    const executablePath = await findChromium();
    const browser = await chromium.launch(executablePath ? { executablePath } : {});
    try {
      const session = await sessionOf(browser, sandbox);
      const figures: Figure[] = [];
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
): Promise<Figure[]> {
  const dashboard = await startSite('dashboard', protocol, sandboxConfig(sandbox));
  const reference = await startSite('reference', protocol, sandboxConfig(sandbox));
  const signIn: PageTimes[] = [];
  const rows: PageTimes[] = [];
  const plain: PageTimes[] = [];
  const bare: PageTimes[] = [];
  // One after the other, so that a machine that gets slower gets slower for all of them.
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
  const of = (times: PageTimes[], what: keyof PageTimes) => times.map((one) => one[what]);
  const ratio = (times: PageTimes[], what: 'largestPaintMs' | 'usableMs') =>
    times.map((one, run) => one[what] / (plain[run]?.[what] ?? Number.NaN));
  const figures: Figure[] = [
    { what: 'reference: script', unit: 'kB', runs: of(plain, 'scriptKB') },
    { what: 'reference: largest paint', unit: 'ms', runs: of(plain, 'largestPaintMs') },
    { what: 'reference: rows', unit: 'ms', runs: of(plain, 'usableMs') },
    {
      what: 'a page of three lines: largest paint, of the reference',
      unit: 'times',
      runs: ratio(bare, 'largestPaintMs'),
    },
    { what: 'sign-in: script', unit: 'kB', runs: of(signIn, 'scriptKB'), atMost: 10 },
    { what: 'sign-in: first paint', unit: 'ms', runs: of(signIn, 'firstPaintMs') },
    {
      what: 'sign-in: largest paint, of the reference',
      unit: 'times',
      runs: ratio(signIn, 'largestPaintMs'),
      atMost: 0.33,
    },
    { what: 'sign-in: button ready', unit: 'ms', runs: of(signIn, 'usableMs') },
    { what: 'sign-in: blocked', unit: 'ms', runs: of(signIn, 'blockedMs'), atMost: 20 },
    { what: 'sign-in: layout shift', unit: 'times', runs: of(signIn, 'layoutShift'), atMost: 0 },
    { what: 'first rows: script', unit: 'kB', runs: of(rows, 'scriptKB'), atMost: 130 },
    { what: 'first rows: first paint', unit: 'ms', runs: of(rows, 'firstPaintMs') },
    {
      what: 'first rows: largest paint, of the reference',
      unit: 'times',
      runs: ratio(rows, 'largestPaintMs'),
    },
    { what: 'first rows: usable', unit: 'ms', runs: of(rows, 'usableMs') },
    {
      what: 'first rows: usable, of the reference',
      unit: 'times',
      runs: ratio(rows, 'usableMs'),
      atMost: 0.95,
    },
    { what: 'first rows: blocked', unit: 'ms', runs: of(rows, 'blockedMs'), atMost: 150 },
    { what: 'first rows: layout shift', unit: 'times', runs: of(rows, 'layoutShift'), atMost: 0 },
  ];
  return figures.map((figure) => ({ ...figure, what: `${protocol} ${figure.what}` }));
}
