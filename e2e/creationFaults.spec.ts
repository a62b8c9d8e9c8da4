import type { Page } from '@playwright/test';
import type { FailureRule } from '../sandbox/serving/failureRules.ts';
import type { Sandbox } from '../sandbox/startSandbox.ts';
import { openAs } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';
import { accessPointIds } from './fixtures/wizard.ts';

// Whatever happens to the answer: exactly one tunnel, and nobody has to press a button twice.

const CREATION = { service: 'transfer', method: 'POST', path: '/v2/tunnels' } as const;

/** Opens the wizard's last step, filled in. */
async function plan(page: Page, appUrl: string, label: string): Promise<void> {
  const query = new URLSearchParams({ initiator: accessPointIds.open, listener: LISTENER, label });
  await page.goto(`${appUrl}tunnels/new?${query}`);
  await expect(page.getByRole('button', { name: 'Create tunnel' })).toBeVisible();
}

async function create(page: Page, appUrl: string, label: string): Promise<void> {
  await plan(page, appUrl, label);
  await page.getByRole('button', { name: 'Create tunnel' }).click();
}

async function expectOne(page: Page, sandbox: Sandbox, label: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: label })).toBeVisible();
  const made = [...sandbox.world.tunnels.values()].filter((tunnel) => tunnel.label === label);
  expect(made, label).toHaveLength(1);
}

const LISTENER = 'acce5500-0000-4000-8000-000000000002';

const LOOK = { service: 'transfer', method: 'GET', path: '/v2/tunnels' } as const;

const FAULTS: Record<string, FailureRule> = {
  'the answer is lost': { disconnect: 'after' },
  'the connection is cut before anything is done': { disconnect: 'before' },
  'the answer stops in its middle': { truncate: true },
  '500, then fine': { status: 500 },
  '500 although it was done': { status: 500, executed: true },
  '429 with Retry-After': { status: 429, headers: { 'Retry-After': '1' } },
};

test('lost, cut, refused for a while: it is asked again, visibly, and makes one tunnel', async ({
  page,
  app,
  sandbox,
}) => {
  await openAs(page, app.url);
  for (const [fault, failure] of Object.entries(FAULTS)) {
    await test.step(fault, async () => {
      sandbox.commands.clearFailures();
      sandbox.commands.failNext({ ...CREATION, ...failure });
      await create(page, app.url, fault);
      await expectOne(page, sandbox, fault);
    });
  }
});

test('a lost answer, and Globus refuses the repeat: what is there is found, what is gone is made anew', async ({
  page,
  app,
  sandbox,
}) => {
  await openAs(page, app.url);
  await plan(page, app.url, 'Refused');
  sandbox.commands.failNext({ ...CREATION, status: 500, executed: true });
  sandbox.commands.failNext({ ...LOOK, status: 500 });
  sandbox.commands.failNext({ ...CREATION, status: 422, code: 'SubmissionUsed' });
  await page.getByRole('button', { name: 'Create tunnel' }).click();
  await expectOne(page, sandbox, 'Refused');

  await plan(page, app.url, 'Deleted');
  sandbox.commands.failNext({ ...CREATION, status: 500, executed: true });
  sandbox.commands.failNext({ ...LOOK, count: null, status: 500 });
  sandbox.commands.failNext({ ...CREATION, count: null, status: 503, headers: { 'Retry-After': '60' } });
  await page.getByRole('button', { name: 'Create tunnel' }).click();
  await expect(page.getByText(/Next try in (59|60) s/)).toBeVisible();
  await page.getByRole('button', { name: 'Stop trying' }).click();
  for (const tunnel of sandbox.world.tunnels.values())
    if (tunnel.label === 'Deleted') sandbox.world.deleteTunnel(tunnel);
  sandbox.commands.clearFailures();
  await page.getByRole('button', { name: 'Create tunnel' }).click();
  await expect(page.getByRole('alert')).toContainText('The tunnel of this submission_id has been deleted.');
  await page.getByRole('button', { name: 'Create tunnel' }).click();
  await expectOne(page, sandbox, 'Deleted');
});

test('a field that Globus refuses: it says so, with the id of the request', async ({ page, app }) => {
  await openAs(page, app.url);
  await create(page, app.url, 'x'.repeat(200));
  await expect(page.getByRole('textbox', { name: 'Label' })).toHaveAccessibleDescription(/Globus says: “/);
  await expect(page.getByRole('main')).toContainText(/Request ID \w{9}/);
});

test('no answer for 30 s: told so, then asked again; a person can stop it and create it later', async ({
  page,
  app,
  sandbox,
}) => {
  await page.clock.install();
  await openAs(page, app.url);
  sandbox.commands.failNext({ ...CREATION, delayMs: 30_000 });
  await create(page, app.url, 'Slow');
  await page.clock.fastForward(6_000);
  await expect(page.getByRole('status').filter({ hasText: 'Still waiting for Globus' })).toBeVisible();
  await page.clock.fastForward(25_000);
  await expectOne(page, sandbox, 'Slow');

  sandbox.commands.failNext({ ...CREATION, count: null, status: 503, headers: { 'Retry-After': '60' } });
  await create(page, app.url, 'Stopped');
  await expect(page.getByRole('status').filter({ hasText: 'Still trying' })).toContainText(
    'Globus is having problems',
  );
  await expect(page.getByText(/Next try in (59|60) s/)).toBeVisible();
  await page.getByRole('button', { name: 'Stop trying' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Stopped.' })).toBeVisible();
  sandbox.commands.clearFailures();
  await page.clock.fastForward(120_000);
  await page.getByRole('button', { name: 'Create tunnel' }).click();
  await expectOne(page, sandbox, 'Stopped');
  const ids = sandbox.commands.requests({ method: 'POST', path: '/v2/tunnels' }).length;
  expect(ids).toBe(3);
});

test('leaving in the middle warns, and a reload goes on with the same request', async ({
  page,
  app,
  sandbox,
}) => {
  await openAs(page, app.url);
  sandbox.commands.failNext({ ...CREATION, delayMs: 20_000 });
  await create(page, app.url, 'Reloaded');
  await expect(page.getByRole('button', { name: 'Creating tunnel' })).toBeVisible();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Access points' }).click();
  const warning = page.getByRole('dialog', { name: 'Leave while the tunnel is being created?' });
  await warning.getByRole('button', { name: 'Stay' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'New tunnel' })).toBeVisible();

  const asked = page.waitForEvent('dialog');
  const reloaded = page.reload();
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.accept();
  await reloaded;
  await expectOne(page, sandbox, 'Reloaded');
  expect(sandbox.commands.requests({ method: 'POST', path: '/v2/tunnels' })).toHaveLength(2);
});

test('gone back while Globus is asked: a refusal is told on the other page, and leads back to the answers', async ({
  page,
  app,
  sandbox,
}) => {
  await openAs(page, app.url);
  await plan(page, app.url, 'Left alone');
  const rail = page.getByRole('navigation', { name: 'Main' });
  await rail.getByRole('link', { name: 'Tunnels' }).click();
  await rail.getByRole('link', { name: 'New tunnel' }).click();
  await page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name: 'Review' }).click();
  sandbox.commands.failNext({ ...CREATION, status: 403, code: 'Forbidden', delayMs: 4000 });
  await page.getByRole('button', { name: 'Create tunnel' }).click();
  await expect(page.getByRole('button', { name: 'Creating tunnel' })).toBeVisible();
  await page.goBack();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Tunnels' })).toBeVisible();
  const notice = page.getByRole('alert').filter({ hasText: 'Couldn’t create Left alone.' });
  await expect(notice).toContainText('You don’t have permission');
  await notice.getByRole('link', { name: 'Back to your draft' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Check, then create the tunnel' })).toBeVisible();
  await expect(notice).toHaveCount(0);
  await page.getByRole('button', { name: 'Create tunnel' }).click();
  await expectOne(page, sandbox, 'Left alone');
});
