// @vitest-environment happy-dom
import { QueryClient } from '@tanstack/react-query';
import { beforeEach, expect, it } from 'vitest';
import { tunnelQueries } from '../../../api/tunnels/tunnels.ts';
import { tunnelForTests } from '../../../domain/tunnel/tunnelForTests.ts';
import { clearSession, markSessionEnded, saveSession } from '../../../session/sessionStore.ts';
import { configureForTests, sessionForTests, tokenForTests } from '../../../session/sessionsForTests.ts';
import { fleetWatch, observeFleet } from './fleetWatch.ts';

const client = new QueryClient();

/** Lets a list arrive, and observes it. */
function receive(state: 'AWAITING_LISTENER' | 'ACTIVE', atMs: number): void {
  const list = { tunnels: [tunnelForTests({ state, label: 'Run' })], unreadable: 0, transitionalSinceMs: {} };
  client.setQueryData(tunnelQueries.list().queryKey, list, { updatedAt: atMs });
  observeFleet(client);
}

beforeEach(() => {
  configureForTests();
  clearSession();
  saveSession(sessionForTests(tokenForTests('a')));
});

it('records what changed between two lists, and how many tunnels were in each state', () => {
  receive('AWAITING_LISTENER', 1000);
  receive('ACTIVE', 4000);
  const { entries, periods } = fleetWatch.get();
  expect(entries.map(({ kind, count }) => [kind, count])).toEqual([['active', 1]]);
  expect(periods.map(({ counts }) => counts.ACTIVE)).toEqual([0, 1]);
});

it('outlives an expired session, and is cleared at sign-out', () => {
  receive('AWAITING_LISTENER', 1000);
  receive('ACTIVE', 4000);
  markSessionEnded();
  expect(fleetWatch.get().entries).toHaveLength(1);
  clearSession();
  expect(fleetWatch.get()).toEqual({ tunnels: null, periods: [], entries: [], announced: {}, stops: [] });
});
