import type { Page } from '@playwright/test';
import { openAs } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';

test.use({ sandboxOptions: { speed: 10, tunnels: 0 } });

const activity = (page: Page) => page.getByRole('list', { name: 'Activity' }).getByRole('listitem');

test('forty tunnels that end at once are one summary; single changes have an entry each, with a link to recreate', async ({
  page,
  app,
  sandbox,
}) => {
  const { tunnels } = sandbox.commands;
  tunnels.create({ count: 40, label: 'Shift', lifetimeMins: 120 });
  const [waiting] = tunnels.create({ label: 'Waiting', state: 'AWAITING_LISTENER', lifetimeMins: 1000 });
  tunnels.create({ label: 'Nearly done', lifetimeMins: 60, ageMins: 50 });
  if (!waiting) throw new Error('The sandbox made no tunnel.');
  await openAs(page, `${app.url}tunnels?panel=activity`);
  await expect(activity(page)).toHaveText([/Nearly done expires soon/]);

  await tunnels.setState(waiting.id, 'ACTIVE');
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await expect(activity(page).first()).toContainText('Waiting became active');

  sandbox.commands.advanceMinutes(121);
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await expect(activity(page).first()).toContainText('41 tunnels stopped');
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await expect(page.getByRole('button', { name: 'Ended 41' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Activity' }).getByText('41 tunnels stopped')).toHaveCount(1);

  await page.getByRole('checkbox', { name: 'stops unexpectedly' }).uncheck();
  await expect(page.getByText('41 tunnels stopped')).toBeHidden();
  const recreate = activity(page).filter({ hasText: 'Nearly done' }).getByRole('link', { name: 'Recreate' });
  await expect(recreate).toHaveAttribute('href', /initiator=.+&listener=.+&label=Nearly/);
  await recreate.click();
  await expect(page).toHaveURL(/\/tunnels\/new/);
  await expect(page.getByRole('main')).toContainText('Nearly done');
});
