import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TunnelEvent } from './event.ts';
import { buildEventTimeline, countEventsByTime, detectEventOrder } from './eventTimeline.ts';

const MINUTE_MS = 60_000;

function event(id: string, minute: number | null, isError = false): TunnelEvent {
  const timeMs = minute === null ? null : minute * MINUTE_MS;
  return { id, code: 'unknown', codeText: 'X', isError, description: '', details: '', timeMs };
}

describe('buildEventTimeline', () => {
  const reported = [event('2', 5), event('1', 0), event('3', 30), event('2', 5), event('4', null)];
  const lines = (order: 'newest' | 'oldest') =>
    buildEventTimeline(reported, order).map((item) =>
      item.kind === 'event' ? item.event.id : `gap ${item.durationMs / MINUTE_MS}`,
    );

  test('newest first, without duplicates, with the long gap', () => {
    expect(lines('newest')).toEqual(['3', 'gap 25', '2', '1', '4']);
  });

  test.each([
    ['numbers', ['9', '10', '11']],
    ['numbers above 2^53', ['9007199254740992', '9007199254740993', '9007199254740994']],
    ['texts', ['b1', 'b2', 'b3']],
  ])('at the same time, the order doesn’t depend on the server’s: IDs that are %s', (_case, ids) => {
    const sorted = (received: string[]) =>
      buildEventTimeline(
        received.map((id) => event(id, 0)),
        'oldest',
      ).map((item) => item.kind === 'event' && item.event.id);
    expect(sorted(ids)).toEqual(ids);
    expect(sorted(ids.toReversed())).toEqual(ids);
  });

  test('oldest first', () => {
    expect(lines('oldest')).toEqual(['4', '1', '2', 'gap 25', '3']);
  });
});

test.each([
  ['nothing', [], null],
  ['a single event', [event('1', 0)], null],
  ['increasing IDs, without times', [event('9', null), event('10', null)], 'oldest'],
  ['decreasing IDs', [event('10', 0), event('9', 0)], 'newest'],
  ['IDs against the times: IDs decide', [event('1', 5), event('2', 0)], 'oldest'],
  ['IDs above 2^53', [event('9007199254740993', 0), event('9007199254740992', 0)], 'newest'],
  ['IDs that are not numbers', [event('b', 7), event('a', 5), event('c', 5)], 'newest'],
  ['IDs in no order, times in order', [event('2', 0), event('3', 1), event('1', 1)], 'oldest'],
  ['no order at all', [event('1', 0), event('3', 2), event('2', 1)], null],
  ['all the same', [event('1', 0), event('1', 0)], null],
])('the order of %s', (_case, reported, order) => {
  expect(detectEventOrder(reported)).toBe(order);
});

describe('countEventsByTime', () => {
  test('counts errors and others minute by minute', () => {
    expect(countEventsByTime([event('1', 0), event('2', 0.5, true), event('3', 2)], 24)).toEqual([
      { fromMs: 0, errors: 1, others: 1 },
      { fromMs: MINUTE_MS, errors: 0, others: 0 },
      { fromMs: 2 * MINUTE_MS, errors: 0, others: 1 },
    ]);
  });

  test('without times there is nothing to count', () => {
    expect(countEventsByTime([event('1', null)], 24)).toEqual([]);
  });

  test('counts every event with a time once, in few intervals', () => {
    const times = fc.array(fc.integer({ min: 0, max: 8.64e15 / MINUTE_MS }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(times, (minutes) => {
        const counts = countEventsByTime(
          minutes.map((minute, index) => event(String(index), minute, index % 2 === 0)),
          24,
        );
        expect(counts.length).toBeLessThanOrEqual(25);
        expect(counts.reduce((sum, { errors, others }) => sum + errors + others, 0)).toBe(minutes.length);
      }),
    );
  });
});
