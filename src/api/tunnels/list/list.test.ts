import { expect, test } from 'vitest';
import { tunnelForTests } from '../../../domain/tunnel/tunnelForTests.ts';
import { replaceEqualTunnels, type TunnelList } from './list.ts';

const list = (change: Partial<TunnelList> = {}): TunnelList => ({
  tunnels: [tunnelForTests({ id: 'a' }), tunnelForTests({ id: 'b', state: 'STOPPING' })],
  unreadable: 0,
  transitionalSinceMs: { b: 1000 },
  ...change,
});

test('a list of which nothing changed is the one before', () => {
  const before = list();
  expect(replaceEqualTunnels(before, list())).toBe(before);
  expect(replaceEqualTunnels(undefined, before)).toBe(before);
});

test.each([
  ['fewer tunnels', { tunnels: list().tunnels.slice(0, 1) }],
  ['another order', { tunnels: list().tunnels.toReversed() }],
  ['one that cannot be read', { unreadable: 1 }],
  ['another begin of settling', { transitionalSinceMs: { b: 2000 } }],
])('%s: another list', (_name, change) => {
  expect(replaceEqualTunnels(list(), list(change))).toEqual(list(change));
});

test('what only moved, because a newer one came or another went, is the same object', () => {
  const before = list();
  const newest = tunnelForTests({ id: 'c' });
  const after = replaceEqualTunnels(before, list({ tunnels: [newest, ...list().tunnels] }));
  expect(after.tunnels[1]).toBe(before.tunnels[0]);
  expect(after.tunnels[2]).toBe(before.tunnels[1]);
  expect(replaceEqualTunnels(before, list({ tunnels: list().tunnels.slice(1) })).tunnels[0]).toBe(
    before.tunnels[1],
  );
});

test('what did not change stays the same object, and what did is no copy', () => {
  const before = list();
  const stopped = tunnelForTests({ id: 'b', state: 'STOPPED' });
  const after = replaceEqualTunnels(before, list({ tunnels: [tunnelForTests({ id: 'a' }), stopped] }));
  expect(after.tunnels[0]).toBe(before.tunnels[0]);
  expect(after.tunnels[1]).toBe(stopped);
  expect(after.transitionalSinceMs).toBe(before.transitionalSinceMs);
});
