import { openAs } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';

// Globus times are UTC but have no zone. In a browser far from UTC, reading them as local time would show.
test.use({ timezoneId: 'Asia/Tokyo' });

test('times are right for a browser in Tokyo', async ({ page, app, sandbox }) => {
  const [tunnel] = sandbox.commands.tunnels.create({ label: 'Tokyo', lifetimeMins: 360 });
  if (!tunnel) throw new Error('The sandbox created no tunnel.');
  await openAs(page, app.url);

  const row = page.getByRole('row').filter({ hasText: 'Tokyo' });
  await expect(row.getByRole('cell', { name: /in 5 h 59 min|in 6 h/ })).toBeVisible();
  await row.getByRole('link', { name: 'Tokyo' }).click();

  const details = page.getByRole('region', { name: 'Details' });
  await expect(details.getByText(/just now|s ago/)).toBeVisible();
  const end = new Date(sandbox.clock.now() + 360 * 60_000);
  const tokyo = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Tokyo',
    hour: '2-digit',
    minute: '2-digit',
  });
  // The minute may change between the creation and now.
  const clocks = [end.getTime() - 60_000, end.getTime()].map((ms) => tokyo.format(ms));
  await expect(details.getByText(new RegExp(clocks.join('|')))).toBeVisible();
  const created = details.getByRole('time').first();
  await expect(created).toHaveAttribute('title', /GMT\+9\n\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/);
});
