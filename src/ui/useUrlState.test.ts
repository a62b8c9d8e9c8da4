// @vitest-environment happy-dom
import { act, createElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useUrlState } from './useUrlState.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

interface Sorting {
  column: string;
  isDescending: boolean;
}

const sorting = {
  read: (query: URLSearchParams): Sorting => ({
    column: query.get('sort') ?? 'name',
    isDescending: query.has('descending'),
  }),
  write: ({ column, isDescending }: Sorting, query: URLSearchParams) => {
    if (column === 'name') query.delete('sort');
    else query.set('sort', column);
    if (isDescending) query.set('descending', '');
    else query.delete('descending');
  },
};

const renders: ReturnType<typeof useUrlState<Sorting>>[] = [];
let root: Root;

function Reader() {
  renders.push(useUrlState(sorting));
  return null;
}

/** Opens an address and returns what the hook gives now, and how to change it. */
function open(address: string) {
  history.replaceState(null, '', address);
  act(() => root.render(createElement(BrowserRouter, { useTransitions: false }, createElement(Reader))));
  const current = () => renders.at(-1) as ReturnType<typeof useUrlState<Sorting>>;
  return {
    state: () => current()[0],
    change: (...call: Parameters<(typeof renders)[0][1]>) => current()[1](...call),
  };
}

beforeEach(() => {
  renders.length = 0;
  root = createRoot(document.createElement('div'));
});
afterEach(() => act(() => root.unmount()));

test('reads the address, and writes changes to it without the defaults', () => {
  const { state, change } = open('/list?sort=size');
  expect(state()).toEqual({ column: 'size', isDescending: false });
  act(() => change({ column: 'name', isDescending: true }));
  expect(state()).toEqual({ column: 'name', isDescending: true });
  expect(location.pathname + location.search).toBe('/list?descending=');
});

test('keeps the parameters of others, and the same state when only those change', () => {
  const { state, change } = open('/list?panel=charts&sort=size');
  act(() => change({ isDescending: true }));
  expect(new URLSearchParams(location.search).get('panel')).toBe('charts');
  const before = state();
  act(() => {
    history.replaceState(history.state, '', '/list?panel=filters&sort=size&descending=');
    dispatchEvent(new PopStateEvent('popstate'));
  });
  expect(renders.length).toBeGreaterThan(2);
  expect(state()).toBe(before);
});

test('keeps both of two changes that come before the page is rendered', () => {
  const { state, change } = open('/list');
  act(() => {
    change({ column: 'size' });
    change({ isDescending: true });
  });
  expect(state()).toEqual({ column: 'size', isDescending: true });
});

test('replaces the history entry unless it is asked to push one', () => {
  const { change } = open('/list');
  const entries = history.length;
  act(() => change({ column: 'size' }));
  expect(history.length).toBe(entries);
  act(() => change({ column: 'age' }, 'push'));
  expect(history.length).toBe(entries + 1);
});

test('gives the same function for changes while the path stays the same', () => {
  const { change } = open('/list');
  const [, before] = renders[0] ?? [];
  act(() => change({ column: 'size' }));
  expect(renders.at(-1)?.[1]).toBe(before);
});
