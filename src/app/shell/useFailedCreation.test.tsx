import { MutationObserver, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, useLayoutEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { Link, MemoryRouter, useLocation } from 'react-router';
import { expect, test } from 'vitest';
import { CREATE_TUNNEL_MUTATION_KEY } from '../../api/tunnels/tunnels.ts';
import { failedCreation, useFailedCreation } from './useFailedCreation.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const error = new Error('No.');
const variables = { label: 'Night run', signal: new AbortController().signal };

test.each([
  ['a creation that was refused', { status: 'error', error, variables }, { error, label: 'Night run' }],
  ['one without a label', { status: 'error', error, variables: {} }, { error, label: null }],
  ['one in progress', { status: 'pending', error: null, variables }, null],
  ['one that succeeded', { status: 'success', error: null, variables }, null],
  [
    'one that the person canceled',
    { status: 'error', error, variables: { ...variables, signal: AbortSignal.abort() } },
    null,
  ],
] as const)('%s', (_name, state, failure) => {
  expect(failedCreation(state)).toEqual(failure);
});

/** What each commit to the screen showed: the path, and the label of the failed creation. */
const commits: [string, string | null | undefined][] = [];

function Probe() {
  const { pathname } = useLocation();
  const { failure } = useFailedCreation();
  useLayoutEffect(() => {
    commits.push([pathname, failure?.label]);
  });
  return ['/tunnels', '/tunnels/new'].map((to) => <Link key={to} to={to} id={to} />);
}

test('a failure shows outside the wizard only, and entering the wizard ends it', async () => {
  const client = new QueryClient();
  const page = document.body.appendChild(document.createElement('div'));
  const root = createRoot(page);
  act(() =>
    root.render(
      <QueryClientProvider client={client}>
        <MemoryRouter initialEntries={['/tunnels']}>
          <Probe />
        </MemoryRouter>
      </QueryClientProvider>,
    ),
  );
  const creation = new MutationObserver(client, {
    mutationKey: CREATE_TUNNEL_MUTATION_KEY,
    mutationFn: () => Promise.reject(error),
  });
  await act(() => creation.mutate(variables as never).catch(() => {}));
  // TanStack Query notifies its observers in a later task.
  await expect.poll(() => commits.at(-1)).toEqual(['/tunnels', 'Night run']);
  act(() => document.getElementById('/tunnels/new')?.click());
  await expect.poll(() => commits.at(-1)).toEqual(['/tunnels/new', undefined]);
  act(() => document.getElementById('/tunnels')?.click());
  await expect.poll(() => commits.at(-1)).toEqual(['/tunnels', undefined]);
  expect(commits).not.toContainEqual(['/tunnels/new', 'Night run']);
  act(() => root.unmount());
});
