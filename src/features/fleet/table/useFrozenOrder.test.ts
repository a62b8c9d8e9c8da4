// @vitest-environment happy-dom
import { act, createElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fleetUrlState } from '../../../domain/fleet/urlState.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { useFrozenOrder } from './useFrozenOrder.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const tunnels = (ids: string) => [...ids].map((id) => ({ id }) as Tunnel);
const viewOf = (query: string) => fleetUrlState.read(new URLSearchParams(query));
const byAge = viewOf('');
const byName = viewOf('sort=label');

let order: ReturnType<typeof useFrozenOrder>;
let root: Root;

function Table({ rows, view }: { rows: Tunnel[]; view: typeof byAge }) {
  order = useFrozenOrder(rows, rows, view);
  return null;
}

/** Shows rows and returns them as they stand, with a "*" where they are no longer up to date. */
function shown(ids: string, view = byAge): string {
  const rows = tunnels(ids);
  act(() => root.render(createElement(Table, { rows, view })));
  return order.displayedRows.map(({ id }) => id).join('') + (order.isOutdated ? '*' : '');
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_500 });
  root = createRoot(document.createElement('div'));
});
afterEach(() => {
  act(() => root.unmount());
  vi.useRealTimers();
});

test('the order follows a refresh, unless the table is in use', () => {
  expect(shown('abc')).toBe('abc');
  expect(shown('cab')).toBe('cab');
  act(() => order.interactionHandlers.onPointerMove());
  expect(shown('bca')).toBe('cab*');
  act(() => order.interactionHandlers.onPointerLeave());
  expect(shown('bca')).toBe('bca');
});

test('a new order that someone asks for shows at once', () => {
  shown('abc');
  act(() => order.interactionHandlers.onKeyDown());
  expect(shown('bca', byName)).toBe('bca');
});

test('a minute after the last interaction the order is released', () => {
  shown('abc');
  act(() => order.interactionHandlers.onKeyDown());
  act(() => vi.advanceTimersByTime(30_000));
  act(() => order.interactionHandlers.onKeyDown());
  act(() => vi.advanceTimersByTime(58_000));
  expect(shown('cab')).toBe('abc*');
  act(() => vi.advanceTimersByTime(2000));
  expect(shown('cab')).toBe('cab');
});
