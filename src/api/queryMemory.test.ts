import { QueryClient } from '@tanstack/react-query';
import { beforeEach, expect, test, vi } from 'vitest';
import { QueryMemory } from './queryMemory.ts';

const KEY = ['tunnels', 'list'];
const dispose = vi.fn();
let count: number;
let memory: QueryMemory<number>;

beforeEach(() => {
  count = 0;
  dispose.mockReset();
  memory = new QueryMemory(() => (count += 1), dispose);
});

test('a query keeps its entry; other queries and other clients have their own', () => {
  const client = new QueryClient();
  expect(memory.of(client, KEY)).toBe(1);
  expect(memory.of(client, [...KEY])).toBe(1);
  expect(memory.of(client, ['other'])).toBe(2);
  expect(memory.of(new QueryClient(), KEY)).toBe(3);
});

test('the entry is disposed of with its query', () => {
  const client = new QueryClient();
  for (const queryKey of [KEY, ['other']]) {
    client.setQueryData(queryKey, 'data');
    memory.of(client, queryKey);
  }
  client.removeQueries({ queryKey: KEY });
  expect(dispose.mock.calls).toEqual([[1]]);
  expect(memory.of(client, ['other'])).toBe(2);
  expect(memory.of(client, KEY)).toBe(3);
});

test('clearing the cache, as a sign-out does, disposes of every entry', () => {
  const client = new QueryClient();
  client.setQueryData(KEY, 'data');
  memory.of(client, KEY);
  client.clear();
  expect(dispose.mock.calls).toEqual([[1]]);
});
