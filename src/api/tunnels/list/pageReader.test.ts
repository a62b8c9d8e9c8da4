import { expect, test } from 'vitest';
import { TunnelPageReader } from './pageReader.ts';

const bytes = (document: unknown) => new TextEncoder().encode(JSON.stringify(document)).buffer as ArrayBuffer;
const item = (id: string, state = 'ACTIVE') => ({
  type: 'Tunnel',
  id,
  attributes: { state, status: 'fine' },
});

test('returns every tunnel once, then only those that changed, with the same numbers', () => {
  const reader = new TunnelPageReader();
  const first = reader.read(bytes({ data: [item('a'), item('b')], links: { next: '/x?page[marker]=m' } }), [
    'secret',
  ]);
  expect([...(first?.numbers ?? [])]).toEqual([0, 1]);
  expect(first?.changed.map(([number, { id }]) => [number, id])).toEqual([
    [0, 'a'],
    [1, 'b'],
  ]);
  expect(first?.next).toEqual({ 'page[marker]': 'm' });

  const second = reader.read(bytes({ data: [item('c'), item('b', 'STOPPED'), item('a')] }), ['secret']);
  expect([...(second?.numbers ?? [])]).toEqual([2, 1, 0]);
  expect(second?.changed.map(([number, { id, state }]) => [number, id, state])).toEqual([
    [2, 'c', 'ACTIVE'],
    [1, 'b', 'STOPPED'],
  ]);
  expect(second?.next).toBeNull();
});

test('counts unreadable items and reads the others', () => {
  const page = new TunnelPageReader().read(bytes({ data: [null, 7, { id: '' }, item('a'), { id: 'x' }] }), [
    'secret',
  ]);
  expect([...(page?.numbers ?? [])]).toEqual([0]);
  expect(page?.unreadable).toBe(4);
});

test.each([['{}'], ['<html>'], [''], ['{"data":7}']])('%j isn’t a list', (text) => {
  expect(
    new TunnelPageReader().read(new TextEncoder().encode(text).buffer as ArrayBuffer, ['secret']),
  ).toBeNull();
});

test('removes the token, and returns the request ID', () => {
  const secret = 'a-secret-of-some-length';
  const document = { data: [item('a', `not a ${secret}`)], meta: { request_id: 'req-1' } };
  const page = new TunnelPageReader().read(bytes(document), [secret]);
  expect(page?.requestId).toBe('req-1');
  expect(page?.changed[0]?.[1].stateText).toBe('not a [token]');
});
