import { expect, it } from 'vitest';
import { buildTunnelHistory } from '../tunnel/history.ts';
import { tunnelForTests as tunnel } from '../tunnel/tunnelForTests.ts';
import { createOutcomeCache, stopsToExplain } from './outcomes.ts';

const HOUR_MS = 3_600_000;
const NOW = 100 * HOUR_MS;

const stopped = (id: string, hoursAgo: number, lifetimeHours = 48) =>
  tunnel({
    id,
    state: 'STOPPED',
    createdAtMs: NOW - hoursAgo * HOUR_MS,
    lifetimeMinutes: lifetimeHours * 60,
  });

it('derives an outcome again only when the tunnel, its history or the time has changed', () => {
  const outcomeAt = createOutcomeCache();
  const history = buildTunnelHistory([]);
  const one = stopped('a', 1);
  const outcome = outcomeAt(one, null, NOW);
  expect(outcomeAt(one, null, NOW)).toBe(outcome);
  expect(outcomeAt(one, history, NOW)).not.toBe(outcome);
  expect(outcomeAt(one, history, NOW + 1)).not.toBe(outcomeAt(one, history, NOW));
  expect(outcomeAt({ ...one }, null, NOW)).toEqual(outcome);
});

it('explains the stops that were seen, and the newest 20 early ones of the last 24 hours', () => {
  const tunnels = [
    tunnel({ id: 'running', createdAtMs: NOW - HOUR_MS }),
    stopped('at its end', 2, 1),
    stopped('old', 25),
    stopped('seen', 40),
    stopped('newest', 0.5),
    ...Array.from({ length: 30 }, (_, index) => stopped(`early ${index}`, index / 10 + 1)),
  ];
  const ids = stopsToExplain(tunnels, ['seen', 'deleted'], NOW);
  expect(ids.slice(0, 3)).toEqual(['seen', 'newest', 'early 0']);
  expect(ids).toHaveLength(21);
  expect(ids).not.toContain('old');
});
