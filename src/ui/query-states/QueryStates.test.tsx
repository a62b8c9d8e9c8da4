import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ProblemContext, type ProblemServices } from '../notices/ProblemContext.ts';
import { render } from '../renderForTests.tsx';
import { InfiniteQueryStates } from './InfiniteQueryStates.tsx';
import { QueryStates } from './QueryStates.tsx';

const services: ProblemServices = {
  describe: (error) => ({
    title: String(error),
    impact: 'Try again in a moment.',
    requirements: [],
    detail: null,
    requestId: null,
    siteMessage: null,
    signInRemedy: null,
    linkIdentityUrl: null,
    supportUrl: null,
    canRetry: true,
  }),
  signIn: async () => {},
  versionChecked: async () => {},
};
const withProblems = (children: ReactNode) => <ProblemContext value={services}>{children}</ProblemContext>;

let retries = 0;
const states = (data: string[] | undefined, error: unknown) =>
  withProblems(
    <QueryStates
      query={{ data, error, errorUpdatedAt: error ? 1000 : 0, refetch: () => (retries += 1) }}
      skeleton="Skeleton"
      isEmpty={({ length }) => length === 0}
      empty={<p>No tunnels</p>}
    >
      {(items) => <p>{items.join()}</p>}
    </QueryStates>,
  );

test('loading, failed, empty, loaded, and stale look different', async () => {
  const show = render(states(undefined, null));
  await expect.element(page.getByRole('status')).toHaveTextContent('Loading');
  show(states(undefined, 'Couldn’t load'));
  await expect.element(page.getByRole('alert').getByRole('heading', { name: 'Couldn’t load' })).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  expect(retries).toBe(1);
  show(states([], null));
  await expect.element(page.getByText('No tunnels')).toBeVisible();
  show(states(['Night run'], null));
  await expect.element(page.getByText('Night run')).toBeVisible();
  show(states(['Night run'], 'Couldn’t load'));
  await expect.element(page.getByText('Couldn’t refresh. Showing earlier data.')).toBeVisible();
  await expect.element(page.getByText('Night run')).toBeVisible();
});

test('an infinite query: its first page, a next page that failed, and the end', async () => {
  let nextPages = 0;
  const infinite = (changes: object) =>
    withProblems(
      <InfiniteQueryStates
        query={{
          data: undefined as { pages: string[] } | undefined,
          error: null as unknown,
          errorUpdatedAt: 0,
          refetch: () => {},
          hasNextPage: true,
          isFetching: false,
          isFetchingNextPage: false,
          isFetchNextPageError: false,
          fetchNextPage: () => (nextPages += 1),
          ...changes,
        }}
        skeleton="Skeleton"
        isEmpty={({ pages }) => pages.length === 0}
        empty={<p>No tunnels</p>}
      >
        {({ pages }, end) => (
          <>
            <p>{pages.join()}</p>
            {end}
          </>
        )}
      </InfiniteQueryStates>,
    );
  const show = render(infinite({ isFetching: true }));
  await expect.element(page.getByRole('status')).toHaveTextContent('Loading');
  show(infinite({ data: { pages: ['first'] } }));
  // The end of the list is in sight: the next page is fetched without a press.
  await expect.poll(() => nextPages).toBe(1);
  show(infinite({ data: { pages: ['first'] }, isFetching: true, isFetchingNextPage: true }));
  await expect.element(page.getByRole('button', { name: 'Loading more' })).toBeVisible();
  show(infinite({ data: { pages: ['first'] }, isFetchNextPageError: true, error: 'Too many requests' }));
  await expect.element(page.getByRole('alert')).toHaveTextContent('Too many requests');
  await expect.element(page.getByText('first')).toBeVisible();
  expect(nextPages).toBe(1);
  await page.getByRole('button', { name: 'Try again' }).click();
  expect(nextPages).toBe(2);
  show(infinite({ data: { pages: ['first', 'second'] }, hasNextPage: false }));
  await expect.element(page.getByText('End of list')).toBeVisible();
});
