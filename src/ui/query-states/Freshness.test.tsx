import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from '../renderForTests.tsx';
import { Freshness } from './Freshness.tsx';

function queryResult(changes: Partial<Parameters<typeof Freshness>[0]['query']> = {}) {
  return {
    dataUpdatedAt: Date.now(),
    errorUpdatedAt: 0,
    fetchStatus: 'idle' as const,
    failureCount: 0,
    isError: false,
    refetch: () => {},
    ...changes,
  };
}

test.each([
  ['Live', queryResult(), 5000 as const, false],
  ['Loading', queryResult({ dataUpdatedAt: 0, fetchStatus: 'fetching' }), 5000 as const, false],
  ['Offline', queryResult({ fetchStatus: 'paused' }), 5000 as const, false],
  ['Final', queryResult(), false as const, false],
  ['Session expired', queryResult({ isError: true }), false as const, true],
])('says %s', async (label, query, pollMs, needsSignIn) => {
  render(<Freshness query={query} pollMs={pollMs} needsSignIn={needsSignIn} />);
  await expect.element(page.getByText(label, { exact: true })).toBeVisible();
});

test('counts down to the next attempt after a failure', async () => {
  const query = queryResult({ isError: true, errorUpdatedAt: Date.now() });
  render(<Freshness query={query} pollMs={30_000} needsSignIn={false} />);
  await expect.element(page.getByText('Retrying', { exact: true })).toBeVisible();
  await expect.element(page.getByText(/^in (2\d|30) s$/)).toBeVisible();
});

test('refreshes, pauses and resumes', async () => {
  const calls: unknown[] = [];
  const freshness = (isPaused: boolean) => (
    <Freshness
      query={queryResult({ refetch: () => calls.push('refresh') })}
      pollMs={5000}
      needsSignIn={false}
      isPaused={isPaused}
      onPause={(pause) => calls.push(pause)}
    />
  );
  const show = render(freshness(false));
  await page.getByRole('button', { name: 'Refresh now' }).click();
  await page.getByRole('button', { name: 'Pause' }).click();
  show(freshness(true));
  await expect.element(page.getByText('Paused', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Resume' }).click();
  expect(calls).toEqual(['refresh', true, false]);
});
