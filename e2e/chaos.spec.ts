import type { ChaosReport } from '../sandbox/serving/chaos.ts';
import type { Sandbox } from '../sandbox/startSandbox.ts';
import { startAppServer } from './fixtures/appServer.ts';
import { SimulatedUser } from './fixtures/chaos/simulatedUser.ts';
import { userActions, WizardDrafts } from './fixtures/chaos/userActions.ts';
import { expect, sandboxConfig, test } from './fixtures/sandboxTest.ts';

// For two minutes, every kind of fault happens while a simulated user works through every page.
// CHAOS_SEED=... chooses the sequence of faults; CHAOS_SECONDS=... runs longer or shorter.

const SEED = process.env.CHAOS_SEED ?? 'storm';
const SECONDS = Number(process.env.CHAOS_SECONDS ?? 120);
/** For slow machines: extra time until everything has happened at least once. */
const OVERTIME_SECONDS = 60;
/** After failures, a page retries within a minute (api/polling.ts). */
const ONE_POLL_MS = 60_000;

test.use({ sandboxOptions: { speed: 20, tunnels: 30 } });

test('under every kind of fault, no page is blank, no tunnel is duplicated or lost, and the app recovers', async ({
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
  let recoveredAfterMs: number | null = null;
  const elapsedSeconds = () => (Date.now() - beginMs) / 1000;
  commands.startChaos({ seed: SEED, probability: 0.35 });
  try {
    const desktop = beginWork(user, sandbox, 'Chaos on a desktop');
    await user.open(app.url);
    await workUntil(() => elapsedSeconds() > SECONDS / 2, desktop, user, sandbox);
    // As on a phone, with silent session renewal. The other address means separate drafts.
    const phone = beginWork(user, sandbox, 'Chaos on a phone');
    await page.setViewportSize({ width: 375, height: 812 });
    await user.open(renewing.url);
    const isFinished = () =>
      elapsedSeconds() > SECONDS + OVERTIME_SECONDS ||
      (elapsedSeconds() > SECONDS && missingIn(commands.chaosReport(), user, phone).length === 0);
    await workUntil(isFinished, phone, user, sandbox);
    await user.attempt('look at the list', () => user.goTo('Tunnels'));
    commands.stopChaos();
    recoveredAfterMs = await expectRecovery(user, phone.drafts, sandbox);
    // A run proves nothing about a fault or an action that didn't happen.
    expect(missingIn(commands.chaosReport(), user, phone), 'never happened').toEqual([]);
  } finally {
    printReport(commands.stopChaos(), user, recoveredAfterMs);
    await renewing.close();
  }
});

interface Work {
  drafts: WizardDrafts;
  actions: [name: string, action: () => Promise<void>][];
}

function beginWork(user: SimulatedUser, sandbox: Sandbox, name: string): Work {
  const drafts = new WizardDrafts(user, name, (label) => labelsIn(sandbox).includes(label));
  return { drafts, actions: Object.entries(userActions(user, drafts)) };
}

/** Runs all actions in a random order, round after round. */
async function workUntil(
  isFinished: () => boolean,
  { actions }: Work,
  user: SimulatedUser,
  sandbox: Sandbox,
): Promise<void> {
  for (;;) {
    const order = new Map(actions.map(([name]) => [name, user.random.fraction()]));
    const round = actions.toSorted(([a], [b]) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    for (const [name, action] of round) {
      if (isFinished()) return;
      await user.attempt(name, action);
      await expectIntact(user, name);
      expectNoDuplicates(sandbox);
    }
  }
}

/** Returns the kinds of fault that didn't happen and the actions that never succeeded. */
function missingIn(report: ChaosReport | undefined, user: SimulatedUser, { actions }: Work): string[] {
  const faults = Object.entries(report?.hits ?? {}).filter(([, hits]) => hits === 0);
  const undone = actions.filter(([name]) => !user.actionCounts[name]);
  return [...faults, ...undone].map(([name]) => name);
}

/** Checks what must hold after every action. */
async function expectIntact({ page, main, signInButton }: SimulatedUser, after: string): Promise<void> {
  const title = main.getByRole('heading', { level: 1 }).or(signInButton).first();
  await expect(title, `after "${after}" the page is not blank`).toBeVisible();
  await expect(page.getByRole('heading', { name: 'This page broke' }), `after "${after}"`).toHaveCount(0);
  // A navigation can interrupt the measurement, which is then taken again.
  await expect(async () => {
    const tooWidePx = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(tooWidePx, `after "${after}" nothing overflows`).toBeLessThanOrEqual(0);
  }).toPass({ timeout: 15_000 });
}

const labelsIn = ({ world }: Sandbox) => [...world.tunnels.values()].map(({ label }) => label ?? '');

function expectNoDuplicates(sandbox: Sandbox): void {
  const created = labelsIn(sandbox).filter((label) => label.startsWith('Chaos '));
  expect(created.toSorted(), 'no duplicate tunnels').toEqual([...new Set(created)].toSorted());
}

/**
 * Checks that every page recovers without a retry by the user, who only follows links.
 *
 * @returns how long the page that was open when the faults ended took, in milliseconds
 */
async function expectRecovery(user: SimulatedUser, drafts: WizardDrafts, sandbox: Sandbox): Promise<number> {
  const { page, main, alert } = user;
  const expectHealthy = async (good = main.getByRole('heading', { level: 1 })) => {
    await expect(good.first()).toBeVisible({ timeout: ONE_POLL_MS });
    await expect(alert).toHaveCount(0, { timeout: ONE_POLL_MS });
    await expect(main.getByText('Couldn’t refresh.')).toHaveCount(0, { timeout: ONE_POLL_MS });
  };
  await user.dismissBlockers();
  const sinceMs = Date.now();
  await expectHealthy(main.getByRole('table', { name: 'Tunnels' }));
  const recoveredAfterMs = Date.now() - sinceMs;
  await user.goTo('Access points');
  await expectHealthy(main.getByRole('listitem'));
  await drafts.create();
  await expectHealthy(main.getByRole('navigation', { name: 'Tunnel sections' }));
  await main.getByRole('link', { name: 'Events' }).click();
  await expectHealthy();
  await expectIntact(user, 'the faults ended');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expectNoDuplicates(sandbox);
  return recoveredAfterMs;
}

/** Prints what happened. scripts/test.mjs shows these lines. */
function printReport(
  report: ChaosReport | undefined,
  user: SimulatedUser,
  recoveredAfterMs: number | null,
): void {
  const list = (counts: Record<string, number>) =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ');
  const lines = [
    `chaos: CHAOS_SEED=${SEED}, ${report?.calls} calls, ${recoveredAfterMs === null ? 'not recovered' : `recovered after ${recoveredAfterMs} ms`}`,
    `chaos, faults: ${list(report?.hits ?? {})}`,
    `chaos, user: ${list(user.actionCounts)}`,
  ];
  process.stdout.write(lines.map((line) => `>> ${line}\n`).join(''));
}
