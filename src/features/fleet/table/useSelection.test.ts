// @vitest-environment happy-dom
import { act, createElement, Suspense, startTransition, use } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tabStorage } from '../../../browser/storage.ts';
import { type Selection, useSelection } from './useSelection.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const rowsOf = (ids: string) => [...ids].map((id) => ({ key: id, tunnel: { id } }));

let selection: Selection;
let root: Root;

function Table({ ids, waitFor }: { ids: string; waitFor?: Promise<void> }) {
  const current = useSelection(rowsOf(ids));
  if (waitFor) use(waitFor);
  selection = current;
  return null;
}

const show = (ids: string, waitFor?: Promise<void>) =>
  root.render(createElement(Suspense, null, createElement(Table, { ids, ...(waitFor && { waitFor }) })));

const selected = () => [...selection.ids].sort().join('');

beforeEach(() => {
  tabStorage.clear();
  root = createRoot(document.createElement('div'));
});
afterEach(() => act(() => root.unmount()));

test('selects and deselects single tunnels and ranges', () => {
  act(() => show('abcde'));
  act(() => selection.toggle('b', false));
  act(() => selection.toggle('d', true));
  expect(selected()).toBe('bcd');
  act(() => selection.toggle('c', false));
  expect(selected()).toBe('bd');
  act(() => selection.replace('ae'));
  expect(selected()).toBe('ae');
});

test('a range follows the rows on the page, not those of a render that is still waiting', async () => {
  act(() => show('abcd'));
  act(() => selection.toggle('a', false));
  await act(async () => startTransition(() => show('adcb', new Promise(() => {}))));
  await act(async () => selection.toggle('b', true));
  expect(selected()).toBe('ab');
});

test.each([
  [['a', 'c'], 'ac'],
  [['a', 7], ''],
  ['ab', ''],
  [{ a: true }, ''],
])('takes over a stored selection only when it is a list of IDs: %j', (stored, ids) => {
  tabStorage.write('selection', stored);
  act(() => show('abc'));
  expect(selected()).toBe(ids);
  expect(tabStorage.read('selection')).toBeNull();
});
