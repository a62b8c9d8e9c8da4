import { expect, it } from 'vitest';
import { tunnelForTests as tunnel } from '../tunnel/tunnelForTests.ts';
import { frozenOrder } from './frozenOrder.ts';

it('keeps every row in its place with its current data; only deleted tunnels disappear', () => {
  const all = [
    tunnel({ id: 'new' }),
    tunnel({ id: 'c', state: 'STOPPED' }),
    tunnel({ id: 'a', label: 'renamed' }),
  ];
  const rows = frozenOrder(['a', 'b', 'c'], all);
  expect(rows.map(({ id, label, state }) => [id, label, state])).toEqual([
    ['a', 'renamed', 'ACTIVE'],
    ['c', null, 'STOPPED'],
  ]);
});
