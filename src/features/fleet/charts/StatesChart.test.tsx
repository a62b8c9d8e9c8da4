import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { stateCounts } from '../../../domain/fleet/history.ts';
import { tunnelForTests } from '../../../domain/tunnel/tunnelForTests.ts';
import { render } from '../../../ui/renderForTests.tsx';
import { StatesChart } from './StatesChart.tsx';

const counts = stateCounts([tunnelForTests({ state: 'ACTIVE' }), tunnelForTests({ state: 'ACTIVE' })]);
const later = stateCounts([tunnelForTests({ state: 'ACTIVE' }), tunnelForTests({ state: 'STOPPED' })]);
const periods = [
  { fromMs: 0, toMs: 60_000, counts },
  { fromMs: 60_000, toMs: 120_000, counts: later },
];

test('draws the states that occurred, and has the same figures in a table', async () => {
  render(<StatesChart periods={periods} />);
  await expect.poll(() => document.querySelectorAll('.recharts-area-curve').length).toBe(2);
  await page.getByText(/table/).click();
  const table = page.getByRole('table', { name: 'Tunnels by state' });
  await expect.element(table).toBeVisible();
  const headings = [...table.element().querySelectorAll('th')].map(({ textContent }) => textContent);
  const rows = [...table.element().querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('td')].map(({ textContent }) => textContent),
  );
  const column = (name: string) => rows.map((cells) => cells[headings.indexOf(name)]);
  expect(column('Active')).toEqual(['2', '1']);
  expect(column('Stopped')).toEqual(['0', '1']);
});
