import { expect, it } from 'vitest';
import { tunnelForTests as tunnel } from '../tunnel/tunnelForTests.ts';
import { frozenOrder } from './frozenOrder.ts';

it('keeps every row in its place, with what is known now; only what is gone goes', () => {
  const all = [
    tunnel({ id: 'new' }),
    tunnel({ id: 'c', state: 'STOPPED' }),
    tunnel({ id: 'a', label: 'renamed' }),
  ];
  const held = frozenOrder(['a', 'b', 'c'], all);
  expect(held.map(({ id, label, state }) => [id, label, state])).toEqual([
    ['a', 'renamed', 'ACTIVE'],
    ['c', null, 'STOPPED'],
  ]);
});
