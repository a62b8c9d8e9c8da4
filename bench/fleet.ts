import { type BigFleet, openFleet, startBigFleet } from './bigFleet.ts';
import type { CdpPage } from './cdpPage.ts';
import { traceMainThread } from './mainThread.ts';
import { type Bench, type Measurement, percentile } from './measurements.ts';

const RUNS = 5;
/** The share of the fleet that changes between two polls. */
const CHURN = 0.05;
const POLL_MS = 15_000;
const POLLS_IN_8_H = (8 * 3_600_000) / POLL_MS;
/** Lets the bench set the page's clock forward, so that the page forgets what it forgets after a while. */
const MOVABLE_CLOCK = `void (() => {
  const now = Date.now;
  let aheadMs = 0;
  Date.now = () => now() + aheadMs;
  window.later = (ms) => { aheadMs += ms; };
})()`;
/** Typed into the search box, one letter at a time, and removed again. */
const TYPED = 'northfield run';

/** Measures a list of 5,000 tunnels while someone uses it and while it refreshes. */
export const fleetBench: Bench = {
  name: 'fleet',
  async measure() {
    const fleet = await startBigFleet();
    try {
      const runs: Record<Measure, number>[] = [];
      for (let run = 0; run < RUNS; run += 1) runs.push(await measureOnce(fleet));
      const figures = (Object.keys(MEASURES) as Measure[]).map((name) => ({
        name,
        runs: runs.map((values) => values[name]),
        ...MEASURES[name],
      }));
      const { requests, kB } = await quietMinute(fleet);
      return [
        ...figures,
        { name: 'a minute of nothing new: requests', unit: 'requests', runs: [requests] },
        { name: 'a minute of nothing new: received', unit: 'kB', runs: [kB] },
      ];
    } finally {
      await fleet.close();
    }
  },
};

/** Measures whether the page grows on a wall display: the heap after eight hours of polls, compared with one minute. */
export const fleetHeapBench: Bench = {
  name: 'fleet-heap',
  async measure() {
    const fleet = await startBigFleet();
    try {
      // Not slowed down, because this measures memory and not time.
      const page = await openFleet(fleet, 1);
      await page.evaluate(MOVABLE_CLOCK);
      const nextPoll = async () => {
        await page.evaluate(`void later(${POLL_MS})`);
        await refresh(page, fleet);
      };
      for (let poll = 0; poll < 4; poll += 1) await nextPoll();
      const afterMinute = await heapMB(page);
      for (let poll = 4; poll < POLLS_IN_8_H; poll += 1) await nextPoll();
      const afterHours = await heapMB(page);
      await page.close();
      return [
        { name: 'heap after the first minute', unit: 'MB', runs: [afterMinute] },
        { name: 'heap after eight hours', unit: 'MB', runs: [afterHours] },
        {
          name: 'after eight hours, of after one minute',
          unit: 'times',
          runs: [afterHours / afterMinute],
          limit: 1.2,
        },
      ];
    } finally {
      await fleet.close();
    }
  },
};

const MEASURES = {
  'first rows, from opening the list signed in': { unit: 'ms' },
  'one refresh: longest task of the main thread': { unit: 'ms', limit: 50 },
  'one refresh: scripts of the main thread, all together': { unit: 'ms' },
  'a key in the search box, to its painted rows (95th percentile)': { unit: 'ms', limit: 100 },
  'sorting by another column': { unit: 'ms' },
  'filtering by one state': { unit: 'ms' },
  'scrolling 9,000 pixels: frames left out, of each hundred': { unit: 'frames' },
} satisfies Record<string, Pick<Measurement, 'unit' | 'limit'>>;

type Measure = keyof typeof MEASURES;

async function measureOnce(fleet: BigFleet): Promise<Record<Measure, number>> {
  const page = await openFleet(fleet);
  const firstRows = await page.evaluate<number>(`performance.getEntriesByName('first-row')[0].startTime`);
  // The first refresh warms up.
  await refresh(page, fleet);
  await fleet.sandbox.commands.tunnels.churn(CHURN);
  const work = await traceMainThread(page, async () => {
    await page.click(REFRESH);
    await wait(page, 4000);
  });
  await watchInput(page);
  const sort = await inputMs(page, () => page.click('[role=columnheader][data-column=label] button'));
  const filter = await inputMs(page, () =>
    page.click('[role=group][aria-label="Quick filters"] button:nth-child(2)'),
  );
  await inputMs(page, () => page.click('[role=group][aria-label="Quick filters"] button:nth-child(2)'));
  const keys: number[] = [];
  await page.click('main input[type=search]');
  for (const letter of TYPED) keys.push(await inputMs(page, () => page.press(letter)));
  await page.evaluate(`document.querySelector('main input[type=search]').select()`);
  await inputMs(page, () => page.press('o'));
  const framesLeftOut = await scroll(page);
  await page.close();
  return {
    'first rows, from opening the list signed in': firstRows,
    'one refresh: longest task of the main thread': work.longestTaskMs,
    'one refresh: scripts of the main thread, all together': work.scriptMs,
    'a key in the search box, to its painted rows (95th percentile)': percentile(keys, 95),
    'sorting by another column': sort,
    'filtering by one state': filter,
    'scrolling 9,000 pixels: frames left out, of each hundred': framesLeftOut,
  };
}

const REFRESH = 'button[aria-label="Refresh now"]';
/** When the list on the page was refreshed, according to its header. */
const UPDATED = `document.querySelector('main time').dateTime`;

/** Changes a part of the fleet and refreshes the page's list. */
async function refresh(page: CdpPage, { sandbox }: BigFleet): Promise<void> {
  await sandbox.commands.tunnels.churn(CHURN);
  await page.evaluate(`void (window.before = ${UPDATED})`);
  await page.click(REFRESH);
  await page.waitFor(`${UPDATED} !== window.before`);
}

/** Records, in the page, how long inputs take: from the press to the next painted frame. */
function watchInput(page: CdpPage): Promise<void> {
  return page.evaluate(`void (() => {
    window.inputs = [];
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries())
        if (name === 'click' || name === 'keydown' || name === 'keypress') window.inputs.push(duration);
    }).observe({ type: 'event', durationThreshold: 16 });
  })()`);
}

/** Returns how long an input took, in milliseconds; at least 16, the smallest value that browsers report. */
async function inputMs(page: CdpPage, action: () => Promise<void>): Promise<number> {
  await page.evaluate(`void (window.inputs.length = 0)`);
  await action();
  return page.evaluate(`new Promise((done) => setTimeout(() => done(Math.max(16, ...window.inputs)), 600))`);
}

/** Scrolls with the wheel and returns how many of each 100 frames the page did not draw. */
async function scroll(page: CdpPage): Promise<number> {
  await page.evaluate(`scrollTo(0, 0)`);
  await page.evaluate(`void (() => {
    window.frames60 = [];
    const note = (now) => { window.frames60.push(now); requestAnimationFrame(note); };
    requestAnimationFrame(note);
  })()`);
  await page.send('Input.synthesizeScrollGesture', {
    x: 700,
    y: 600,
    yDistance: -9000,
    speed: 3000,
    gestureSourceType: 'mouse',
  });
  return page.evaluate(`(() => {
    const at = window.frames60;
    const drawn = at.length - 1;
    const possible = (at[drawn] - at[0]) / (1000 / 60);
    return Math.max(0, 100 * (1 - drawn / possible));
  })()`);
}

/** Counts the requests of a page on which nothing happens, in the sandbox's own log, because the worker sends some. */
async function quietMinute(fleet: BigFleet): Promise<{ requests: number; kB: number }> {
  const { sandbox, session } = fleet;
  for (const { id, state } of sandbox.world.tunnels.values())
    if (state !== 'STOPPED') await sandbox.commands.tunnels.setState(id, 'ACTIVE');
  const page = await openFleet(fleet);
  const before = sandbox.commands.requests().length;
  await wait(page, 60_000);
  const sent = sandbox.commands.requests().slice(before);
  await page.close();
  const { tokens } = JSON.parse(session[1]);
  const headers = { Authorization: `Bearer ${tokens['transfer.api.globus.org'].accessToken}` };
  let bytes = 0;
  for (const { path, query } of sent.filter(({ method }) => method === 'GET')) {
    const response = await fetch(`${sandbox.transfer}${path}${query}`, { headers });
    bytes += (await response.arrayBuffer()).byteLength;
  }
  return { requests: sent.length, kB: bytes / 1000 };
}

/** Waits inside the page. */
function wait(page: CdpPage, ms: number): Promise<void> {
  return page.evaluate(`new Promise((done) => setTimeout(done, ${ms}))`);
}

async function heapMB(page: CdpPage): Promise<number> {
  await page.send('HeapProfiler.collectGarbage');
  return (await page.metric('JSHeapUsedSize')) / 1e6;
}
