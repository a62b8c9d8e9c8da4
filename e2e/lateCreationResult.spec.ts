import type { Page } from '@playwright/test';
import type { Sandbox } from '../sandbox/startSandbox.ts';
import { openAs } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';
import { accessPointIds } from './fixtures/wizard.ts';

// Globus responds after the person has moved on: the result never changes another draft and never opens a page.

const LISTENER = 'acce5500-0000-4000-8000-000000000002';
const CREATION = { service: 'transfer', method: 'POST', path: '/v2/tunnels' } as const;
const STEP_UP = { authorizationParameters: { session_required_mfa: true } };

/** Creates a tunnel whose response is held back; returns the function that lets it through. */
async function createHeld(
  page: Page,
  appUrl: string,
  sandbox: Sandbox,
  response: typeof STEP_UP | Record<string, never>,
): Promise<() => void> {
  let respond = () => {};
  const heldUntil = new Promise<void>((resolve) => {
    respond = resolve;
  });
  await openAs(page, appUrl);
  const query = new URLSearchParams({ initiator: accessPointIds.open, listener: LISTENER, label: 'First' });
  await page.goto(`${appUrl}tunnels/new?${query}`);
  sandbox.commands.failNext({ ...CREATION, ...response, heldUntil });
  await page.getByRole('button', { name: 'Create tunnel' }).click();
  await expect(page.getByRole('button', { name: 'Creating tunnel…' })).toBeVisible();
  return respond;
}

/** Fills in another draft, from the first step to the review, without loading the page again. */
async function fillInSecond(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Harbor Beamline 7 Detector' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('searchbox', { name: 'Search access points' }).fill('northfield compute');
  await page.getByRole('radio', { name: 'Northfield Compute Stream' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('textbox', { name: 'Label' }).fill('Second');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('button', { name: 'Create tunnel' })).toBeVisible();
}

const labels = ({ world }: Sandbox) => [...world.tunnels.values()].map(({ label }) => label);

test('Start over asks first; then a late refusal never sends the next draft', async ({
  page,
  app,
  sandbox,
}) => {
  const respond = await createHeld(page, app.url, sandbox, STEP_UP);
  await page.getByRole('button', { name: 'Start over' }).click();
  const dialog = page.getByRole('dialog', { name: 'Stop creating this tunnel?' });
  await expect(dialog).toContainText('the tunnel may still be created');
  await dialog.getByRole('button', { name: 'Keep waiting' }).click();
  await expect(page.getByRole('button', { name: 'Creating tunnel…' })).toBeVisible();
  await page.getByRole('button', { name: 'Start over' }).click();
  await dialog.getByRole('button', { name: 'Stop and start over' }).click();

  await fillInSecond(page);
  respond();
  await expect.poll(() => sandbox.commands.requests({ method: 'POST', path: '/v2/tunnels' })).toHaveLength(1);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Create tunnel' })).toBeVisible();
  expect(labels(sandbox)).not.toContain('Second');
});

test('swapping sides asks first and stops the request; the swapped draft is still there', async ({
  page,
  app,
  sandbox,
}) => {
  const respond = await createHeld(page, app.url, sandbox, {});
  await page.getByRole('button', { name: 'Swap sides' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stop and swap sides' }).click();
  respond();
  await expect(page.getByRole('button', { name: 'Create tunnel' })).toBeVisible();
  await expect(page.getByRole('definition').first()).toContainText('Northfield Compute Stream');
});

test('a tunnel created after the person left is announced with a link and opens no page', async ({
  page,
  app,
  sandbox,
}) => {
  const respond = await createHeld(page, app.url, sandbox, {});
  const rail = page.getByRole('navigation', { name: 'Main' });
  await rail.getByRole('link', { name: 'Access points' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
  await rail.getByRole('link', { name: 'New tunnel' }).click();
  await page.getByRole('button', { name: 'Start over' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Keep waiting' }).click();
  await rail.getByRole('link', { name: 'Access points' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
  respond();
  const notice = page.getByRole('status').filter({ hasText: 'Tunnel created: First' });
  await expect(notice).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Access points' })).toBeVisible();
  await notice.getByRole('link', { name: 'View tunnel' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'First' })).toBeVisible();
  await expect(notice).toHaveCount(0);
  expect(labels(sandbox).filter((label) => label === 'First')).toHaveLength(1);
});
