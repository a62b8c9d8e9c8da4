import { expect, test } from 'vitest';
import { tunnelForTests } from '../../../domain/tunnel/tunnelForTests.ts';
import { mergeTunnelLists, type TunnelList } from './list.ts';

const list = (change: Partial<TunnelList> = {}): TunnelList => ({
  tunnels: [tunnelForTests({ id: 'a' }), tunnelForTests({ id: 'b', state: 'STOPPING' })],
  unreadable: 0,
  transitionalSinceMs: { b: 1000 },
  ...change,
});

test('a list without changes keeps its identity', () => {
  const before = list();
  expect(mergeTunnelLists(before, list())).toBe(before);
  expect(mergeTunnelLists(undefined, before)).toBe(before);
});

test.each([
  ['fewer tunnels', { tunnels: list().tunnels.slice(0, 1) }],
  ['another order', { tunnels: list().tunnels.toReversed() }],
  ['an unreadable item', { unreadable: 1 }],
  ['another transitional tunnel', { transitionalSinceMs: { a: 2000, b: 1000 } }],
  ['no transitional tunnel', { transitionalSinceMs: {} }],
])('%s makes another list', (_name, change) => {
  expect(mergeTunnelLists(list(), list(change))).toEqual(list(change));
});

test('a tunnel keeps its identity when it moves, because another one was added or removed', () => {
  const before = list();
  const newest = tunnelForTests({ id: 'c' });
  const after = mergeTunnelLists(before, list({ tunnels: [newest, ...list().tunnels] }));
  expect(after.tunnels[1]).toBe(before.tunnels[0]);
  expect(after.tunnels[2]).toBe(before.tunnels[1]);
  expect(mergeTunnelLists(before, list({ tunnels: list().tunnels.slice(1) })).tunnels[0]).toBe(
    before.tunnels[1],
  );
});

test('a tunnel that didn’t change keeps its identity, and one that did isn’t copied', () => {
  const before = list();
  const stopped = tunnelForTests({ id: 'b', state: 'STOPPED' });
  const after = mergeTunnelLists(before, list({ tunnels: [tunnelForTests({ id: 'a' }), stopped] }));
  expect(after.tunnels[0]).toBe(before.tunnels[0]);
  expect(after.tunnels[1]).toBe(stopped);
  expect(after.transitionalSinceMs).toBe(before.transitionalSinceMs);
});

test('a tunnel that was transitional before keeps its earlier time, whatever its ID is called', () => {
  const before = list({ transitionalSinceMs: { b: 1000 } });
  const now = list({ transitionalSinceMs: { b: 2000, constructor: 2000 } });
  expect(mergeTunnelLists(before, now).transitionalSinceMs).toEqual({ b: 1000, constructor: 2000 });
});
