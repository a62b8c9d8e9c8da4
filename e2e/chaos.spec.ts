import type { ChaosReport } from '../sandbox/serving/chaos.ts';
import type { Sandbox } from '../sandbox/startSandbox.ts';
import { startAppServer } from './fixtures/appServer.ts';
import { SimulatedUser } from './fixtures/chaos/simulatedUser.ts';
import { userActions, WizardDrafts } from './fixtures/chaos/userActions.ts';
import { expect, sandboxConfig, test } from './fixtures/sandboxTest.ts';

// Under fault: for two minutes everything goes wrong that can, while somebody works through every page.
// CHAOS_SEED=... makes another storm or the same one again; CHAOS_SECONDS=... a longer or shorter one.

const SEED = process.env.CHAOS_SEED ?? 'storm';
const SECONDS = Number(process.env.CHAOS_SECONDS ?? 120);
/** On a slow machine: until everything has happened once. */
const OVERTIME_SECONDS = 60;
/** After failures a page waits a minute at most before it asks again (api/polling.ts). */
const ONE_POLL_MS = 60_000;

test.use({ sandboxOptions: { speed: 20, tunnels: 30 } });

test('a storm of every fault there is: nothing blank, nothing doubled, nothing lost, and soon well again', async ({
  page,
  app,
  sandbox,
}) => {
  test.setTimeout((SECONDS + OVERTIME_SECONDS) * 1000 + 180_000);
  const { commands } = sandbox;
  for (const state of ['ACTIVE', 'AWAITING_LISTENER', 'STOPPED'])
    commands.tunnels.create({ label: `Spare ${state.toLowerCase()}`, state, count: 25 });
  const user = new SimulatedUser(page, SEED);
  await user.handleExpiredSessions();
  const renewing = await startAppServer(sandboxConfig(sandbox, { renewal: 'refresh-token' }));
  const beginMs = Date.now();
  let wellAfterMs: number | null = null;
  const goneSeconds = () => (Date.now() - beginMs) / 1000;
  commands.startChaos({ seed: SEED, probability: 0.35 });
  try {
    const desk = beginWork(user, sandbox, 'Storm at the desk');
    await user.open(app.url);
    await workUntil(() => goneSeconds() > SECONDS / 2, desk, user, sandbox);
    // As on a phone, where the sign-in renews itself; another address, so with drafts of its own.
    const phone = beginWork(user, sandbox, 'Storm on the phone');
    await page.setViewportSize({ width: 375, height: 812 });
    await user.open(renewing.url);
    const isOver = () =>
      goneSeconds() > SECONDS + OVERTIME_SECONDS ||
      (goneSeconds() > SECONDS && missingIn(commands.chaosReport(), user, phone).length === 0);
    await workUntil(isOver, phone, user, sandbox);
    await user.attempt('look at the list', () => user.goTo('Tunnels'));
    commands.stopChaos();
    wellAfterMs = await expectWellAgain(user, phone.plans, sandbox);
    // A storm in which something did not happen proves nothing about it.
    expect(missingIn(commands.chaosReport(), user, phone), 'never happened').toEqual([]);
  } finally {
    tell(commands.stopChaos(), user, wellAfterMs);
    await renewing.close();
  }
});

interface Work {
  plans: WizardDrafts;
  actions: [name: string, action: () => Promise<void>][];
}

function beginWork(user: SimulatedUser, sandbox: Sandbox, name: string): Work {
  const plans = new WizardDrafts(user, name, (label) => labelsIn(sandbox).includes(label));
  return { plans, actions: Object.entries(userActions(user, plans)) };
}

/** All actions in one order after another. */
async function workUntil(
  isOver: () => boolean,
  { actions }: Work,
  user: SimulatedUser,
  sandbox: Sandbox,
): Promise<void> {
  for (;;) {
    const order = new Map(actions.map(([name]) => [name, user.random.fraction()]));
    const round = actions.toSorted(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    for (const [name, action] of round) {
      if (isOver()) return;
      await user.attempt(name, action);
      await expectWhole(user, name);
      expectNothingDoubled(sandbox);
    }
  }
}

/** The kinds of fault that did not happen, and what was never done. */
function missingIn(report: ChaosReport | undefined, user: SimulatedUser, { actions }: Work): string[] {
  const faults = Object.entries(report?.hits ?? {}).filter(([, hits]) => hits === 0);
  const undone = actions.filter(([name]) => !user.actionCounts[name]);
  return [...faults, ...undone].map(([name]) => name);
}

/** What must hold at every moment. */
async function expectWhole({ page, main, signInButton }: SimulatedUser, after: string): Promise<void> {
  await expect(async () => {
    const title = main.getByRole('heading', { level: 1 }).or(signInButton).first();
    await expect(title, `after "${after}" the page is not blank`).toBeVisible();
    await expect(page.getByRole('heading', { name: 'This page broke' })).toHaveCount(0);
    const tooWidePx = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(tooWidePx, `after "${after}" nothing sticks out`).toBeLessThanOrEqual(0);
  }).toPass({ timeout: 15_000 });
}

const labelsIn = ({ world }: Sandbox) => [...world.tunnels.values()].map(({ label }) => label ?? '');

function expectNothingDoubled(sandbox: Sandbox): void {
  const planned = labelsIn(sandbox).filter((label) => label.startsWith('Storm '));
  expect(planned.toSorted(), 'no tunnel twice').toEqual([...new Set(planned)].toSorted());
}

/**
 * Nothing is pressed but what leads from page to page: each is well by itself.
 *
 * @returns how long it took the page on which the storm ended, in milliseconds
 */
async function expectWellAgain(user: SimulatedUser, plans: WizardDrafts, sandbox: Sandbox): Promise<number> {
  const { page, main, alert } = user;
  const expectWell = async (good = main.getByRole('heading', { level: 1 })) => {
    await expect(good.first()).toBeVisible({ timeout: ONE_POLL_MS });
    await expect(alert).toHaveCount(0, { timeout: ONE_POLL_MS });
    await expect(main.getByText('Couldn’t refresh.')).toHaveCount(0, { timeout: ONE_POLL_MS });
  };
  await user.dismissBlockers();
  const sinceMs = Date.now();
  await expectWell(main.getByRole('table', { name: 'Tunnels' }));
  const wellAfterMs = Date.now() - sinceMs;
  await user.goTo('Access points');
  await expectWell(main.getByRole('listitem'));
  await plans.create();
  await expectWell(main.getByRole('navigation', { name: 'Tunnel sections' }));
  await main.getByRole('link', { name: 'Events' }).click();
  await expectWell();
  await expectWhole(user, 'the storm');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expectNothingDoubled(sandbox);
  return wellAfterMs;
}

/** What the storm was, for whoever reads the output of the tests (scripts/test.mjs shows these lines). */
function tell(report: ChaosReport | undefined, user: SimulatedUser, wellAfterMs: number | null): void {
  const list = (counts: Record<string, number>) =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ');
  const lines = [
    `storm: CHAOS_SEED=${SEED}, ${report?.calls} calls, ${wellAfterMs === null ? 'not' : `${wellAfterMs} ms later`} well again`,
    `storm, faults: ${list(report?.hits ?? {})}`,
    `storm, user: ${list(user.actionCounts)}`,
  ];
  process.stdout.write(lines.map((line) => `>> ${line}\n`).join(''));
}
