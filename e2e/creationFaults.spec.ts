import type { Page } from '@playwright/test';
import type { FailureRule } from '../sandbox/serving/failureRules.ts';
import type { Sandbox } from '../sandbox/startSandbox.ts';
import { openAs } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';
import { accessPointIds } from './fixtures/wizard.ts';

// Whatever happens to the response, there is exactly one tunnel, and no button has to be pressed twice.

const CREATION = { service: 'transfer', method: 'POST', path: '/v2/tunnels' } as const;

/** Opens the wizard's last step with everything filled in. */
async function fillIn(page: Page, appUrl: string, label: string): Promise<void> {
  const query = new URLSearchParams({ initiator: accessPointIds.open, listener: LISTENER, label });
  await page.goto(`${appUrl}tunnels/new?${query}`);
  await expect(page.getByRole('button', { name: 'Create tunnel' })).toBeVisible();
}

async function create(page: Page, appUrl: string, label: string): Promise<void> {
  await fillIn(page, appUrl, label);
  await page.getByRole('button', { name: 'Create tunnel' }).click();
}

async function expectOne(page: Page, sandbox: Sandbox, label: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: label })).toBeVisible();
  const created = [...sandbox.world.tunnels.values()].filter((tunnel) => tunnel.label === label);
  expect(created, label).toHaveLength(1);
}

const LISTENER = 'acce5500-0000-4000-8000-000000000002';

const LIST = { service: 'transfer', method: 'GET', path: '/v2/tunnels' } as const;

const FAULTS: Record<string, FailureRule> = {
  'the response is lost': { disconnect: 'after' },
  'the connection closes before the request is executed': { disconnect: 'before' },
  'the response is truncated': { truncate: true },
  '500, then success': { status: 500 },
  '500 although the request was executed': { status: 500, executed: true },
  '429 with Retry-After': { status: 429, headers: { 'Retry-After': '1' } },
};

test('a lost, truncated or temporarily failing response: the request is retried and creates one tunnel', async ({
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

test('after a lost response Globus rejects the repeat: an existing tunnel is found, a deleted one is recreated', async ({
  page,
  app,
  sandbox,
}) => {
  await openAs(page, app.url);
  await fillIn(page, app.url, 'Refused');
  sandbox.commands.failNext({ ...CREATION, status: 500, executed: true });
  sandbox.commands.failNext({ ...LIST, status: 500 });
  sandbox.commands.failNext({ ...CREATION, status: 422, code: 'SubmissionUsed' });
  await page.getByRole('button', { name: 'Create tunnel' }).click();
  await expectOne(page, sandbox, 'Refused');

  await fillIn(page, app.url, 'Deleted');
  sandbox.commands.failNext({ ...CREATION, status: 500, executed: true });
  sandbox.commands.failNext({ ...LIST, count: null, status: 500 });
  sandbox.commands.failNext({ ...CREATION, count: null, status: 503, headers: { 'Retry-After': '60' } });
  await page.getByRole('button', { name: 'Create tunnel' }).click();
  await expect(page.getByText(/Retrying in (59|60) s/)).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  for (const tunnel of sandbox.world.tunnels.values())
    if (tunnel.label === 'Deleted') sandbox.world.deleteTunnel(tunnel);
  sandbox.commands.clearFailures();
  await page.getByRole('button', { name: 'Create tunnel' }).click();
  await expect(page.getByRole('alert')).toContainText('The tunnel of this submission_id has been deleted.');
  await page.getByRole('button', { name: 'Create another tunnel' }).click();
  await expectOne(page, sandbox, 'Deleted');
});

test('the response is lost, the repeat conflicts and the list lags behind: trying again never creates a second tunnel', async ({
  page,
  app,
  sandbox,
}) => {
  const laggingList = { ...LIST, count: null, status: 200, body: { data: [], links: null } };
  const loseResponse = () => {
    sandbox.commands.failNext({ ...CREATION, disconnect: 'after' });
    sandbox.commands.failNext({ ...CREATION, status: 409, code: 'Conflict' });
    sandbox.commands.failNext(laggingList);
  };
  const notice = page.getByRole('alert').filter({ hasText: 'Your tunnel may have been created' });
  await openAs(page, app.url);
  await fillIn(page, app.url, 'Pressed again');
  loseResponse();
  await page.getByRole('button', { name: 'Create tunnel' }).click();
  await expect(notice).toContainText('Your list of tunnels doesn’t show it yet');
  await page.getByRole('button', { name: 'Create tunnel' }).click();
  await expectOne(page, sandbox, 'Pressed again');

  sandbox.commands.clearFailures();
  await fillIn(page, app.url, 'Found later');
  loseResponse();
  await page.getByRole('button', { name: 'Create tunnel' }).click();
  await expect(notice).toContainText('Your list of tunnels doesn’t show it yet');
  sandbox.commands.clearFailures();
  await expectOne(page, sandbox, 'Found later');
  const submissions = sandbox.commands.requests({ method: 'POST', path: '/v2/tunnels' });
  expect(submissions).toHaveLength(5);
});

test('a field that Globus rejects shows why, with the request ID', async ({ page, app }) => {
  await openAs(page, app.url);
  await create(page, app.url, 'x'.repeat(200));
  await expect(page.getByRole('textbox', { name: 'Label' })).toHaveAccessibleDescription(/Globus says: “/);
  await expect(page.getByRole('main')).toContainText(/Request ID \w{9}/);
});

test('everything that Globus rejects is shown until it is corrected', async ({ page, app, sandbox }) => {
  const fault = (name: string, msg: string) => ({ loc: ['body', 'data', 'attributes', name], msg });
  const detail = [
    fault('label', 'too long'),
    fault('label', 'has a tab'),
    fault('lifetime_mins', 'too short'),
    { loc: ['body', 'data', 'relationships', 'initiator', 'data', 'id'], msg: 'closed today' },
    fault('quota', 'used up'),
  ];
  const others = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Globus says' });
  const steps = page.getByRole('navigation', { name: 'Steps' });
  await openAs(page, app.url);
  sandbox.commands.failNext({ ...CREATION, status: 422, body: { detail, meta: { request_id: 'r' } } });
  await create(page, app.url, 'Rejected');
  await expect(
    page.getByRole('heading', { level: 2, name: 'Where does the connection start?' }),
  ).toBeVisible();
  await expect(page.getByText('Globus says: “closed today”')).toBeVisible();
  const lifetime = 'Lifetime: Globus says: “too short”';
  const quota = 'quota: Globus says: “used up”';
  await expect(others).toHaveText(['Label: Globus says: “too long” “has a tab”', lifetime, quota]);

  await steps.getByRole('link', { name: 'Settings' }).click();
  const label = page.getByRole('textbox', { name: 'Label' });
  await expect(label).toHaveAccessibleDescription(/“too long” “has a tab”/);
  await label.fill('Corrected');
  await expect(label).toHaveAccessibleDescription(/^(?!.*too long)/);
  await expect(page.getByText('“too short”')).toBeVisible();
  await steps.getByRole('link', { name: 'Review' }).click();
  await expect(others).toHaveText([lifetime, 'Initiator: Globus says: “closed today”', quota]);

  await page.getByRole('button', { name: 'Create tunnel' }).click();
  await expectOne(page, sandbox, 'Corrected');

  // Nothing that a person entered: it is listed where the tunnel is created.
  sandbox.commands.failNext({ ...CREATION, status: 422, body: { detail: detail.slice(-1) } });
  await create(page, app.url, 'Over quota');
  await expect(page.getByRole('alert')).toContainText(quota);
});

test('without a response for 30 s, the wizard says so and retries; a person can cancel and create it later', async ({
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
  await expect(page.getByRole('status').filter({ hasText: 'We’re retrying automatically' })).toContainText(
    'Globus is having problems',
  );
  await expect(page.getByText(/Retrying in (59|60) s/)).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Canceled.' })).toBeVisible();
  sandbox.commands.clearFailures();
  await page.clock.fastForward(120_000);
  await page.getByRole('button', { name: 'Create tunnel' }).click();
  await expectOne(page, sandbox, 'Stopped');
  const ids = sandbox.commands.requests({ method: 'POST', path: '/v2/tunnels' }).length;
  expect(ids).toBe(3);
});

test('a link away warns while a tunnel is being created, and a reload resumes the same request', async ({
  page,
  app,
  sandbox,
}) => {
  await openAs(page, app.url);
  sandbox.commands.failNext({ ...CREATION, delayMs: 20_000 });
  await create(page, app.url, 'Reloaded');
  await expect(page.getByRole('button', { name: 'Creating tunnel…' })).toBeVisible();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Access points' }).click();
  const warning = page.getByRole('dialog', { name: 'Leave while the tunnel is being created?' });
  await warning.getByRole('button', { name: 'Stay' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'New tunnel' })).toBeVisible();

  const dialog = page.waitForEvent('dialog');
  const reloaded = page.reload();
  const question = await dialog;
  expect(question.type()).toBe('beforeunload');
  await question.accept();
  await reloaded;
  await expectOne(page, sandbox, 'Reloaded');
  expect(sandbox.commands.requests({ method: 'POST', path: '/v2/tunnels' })).toHaveLength(2);
});

test('after the Back button, a failure is announced on the other page and leads back to the draft', async ({
  page,
  app,
  sandbox,
}) => {
  await openAs(page, app.url);
  await fillIn(page, app.url, 'Left alone');
  const rail = page.getByRole('navigation', { name: 'Main' });
  await rail.getByRole('link', { name: 'Tunnels' }).click();
  await rail.getByRole('link', { name: 'New tunnel' }).click();
  await page.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name: 'Review' }).click();
  sandbox.commands.failNext({ ...CREATION, status: 403, code: 'Forbidden', delayMs: 4000 });
  await page.getByRole('button', { name: 'Create tunnel' }).click();
  await expect(page.getByRole('button', { name: 'Creating tunnel…' })).toBeVisible();
  await page.goBack();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Tunnels' })).toBeVisible();
  const notice = page.getByRole('alert').filter({ hasText: 'Couldn’t create Left alone.' });
  await expect(notice).toContainText('You don’t have permission');
  await notice.getByRole('link', { name: 'Back to your draft' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Review and create' })).toBeVisible();
  await expect(notice).toHaveCount(0);
  await page.getByRole('button', { name: 'Create tunnel' }).click();
  await expectOne(page, sandbox, 'Left alone');
});
