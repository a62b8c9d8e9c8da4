import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from '../renderForTests.tsx';
import { useLastError } from './useLastError.ts';

function LastError({ query }: { query: Parameters<typeof useLastError>[0] }) {
  return <output>{String(useLastError(query) ?? 'none')}</output>;
}

test('an error stays while its query retries, until there is data or another query', async () => {
  const lastError = (data: unknown, error: unknown, errorUpdatedAt: number) => (
    <LastError query={{ data, error, errorUpdatedAt }} />
  );
  const show = render(lastError(undefined, null, 0));
  const output = page.getByRole('status');
  await expect.element(output).toHaveTextContent('none');
  show(lastError(undefined, 'first', 1000));
  await expect.element(output).toHaveTextContent('first');
  for (const [data, error, errorUpdatedAt, expected] of [
    [undefined, 'second', 2000, 'second'],
    [undefined, null, 0, 'none'],
    [undefined, null, 2000, 'second'],
    ['data', null, 2000, 'none'],
  ] as const) {
    show(lastError(data, error, errorUpdatedAt));
    await expect.element(output).toHaveTextContent(expected);
  }
});
