import { readFile } from 'node:fs/promises';
import { openAs } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';

test('shows four charts, each with its data as a table and as a file', async ({ page, app, sandbox }) => {
  sandbox.commands.tunnels.create({ count: 3, label: 'Drawn', lifetimeMins: 90 });
  sandbox.commands.tunnels.create({ label: 'Drawn, ended', state: 'STOPPED', lifetimeMins: 90 });
  await openAs(page, `${app.url}tunnels?q=drawn&panel=charts`);
  const main = page.getByRole('main');
  const tableOf = async (title: string) => {
    const figure = main.getByRole('figure').filter({ has: page.getByText(title, { exact: true }) });
    await figure.getByText('View as table').click();
    return { figure, table: figure.getByRole('table', { name: title }) };
  };

  const states = await tableOf('Tunnels by state');
  await expect(states.table.getByRole('columnheader', { name: 'Active' })).toBeVisible();

  await main.getByRole('button', { name: 'Lifetimes' }).click();
  const timeline = await tableOf('Tunnel lifetimes');
  await expect(timeline.table.getByRole('row')).toHaveCount(5);
  await expect(timeline.table.getByRole('row').last()).toContainText(/Drawn, ended.*Unknown/);

  await main.getByRole('group', { name: 'Chart' }).getByRole('button', { name: 'Ends' }).click();
  const ends = await tableOf('Tunnels ending in the next 12 hours');
  const counts = await ends.table.getByRole('row').locator('td:last-child').allInnerTexts();
  expect(counts.map(Number).reduce((sum, count) => sum + count, 0)).toBe(3);
  const saved = page.waitForEvent('download');
  await ends.figure.getByRole('button', { name: 'Download CSV' }).click();
  expect(await readFile(await (await saved).path(), 'utf8')).toContain('From,Tunnels');

  await main.getByRole('button', { name: 'Access points' }).click();
  const pairs = await tableOf('Access point pairs');
  await expect(pairs.table.getByRole('row').nth(1)).toContainText('Harbor Beamline 7 Detector');
  await expect(pairs.table.getByRole('row').nth(1)).toContainText('4');
});
