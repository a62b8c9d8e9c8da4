import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createClock } from './clock.ts';
import { TaskScheduler } from './taskScheduler.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

test('moving the clock runs everything due in the order of its times, each at its own time', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1000 })), (delays) => {
      const clock = createClock();
      const agenda = new TaskScheduler(clock);
      const start = clock.now();
      const ran: number[] = [];
      for (const delay of delays) agenda.after(delay, () => ran.push(agenda.now() - start));
      clock.advance(1000);
      expect(ran).toEqual(delays.toSorted((a, b) => a - b));
      agenda.close();
    }),
  );
});

test('what plans further steps while it runs gets them run too, at the times of the chain', () => {
  const clock = createClock();
  const agenda = new TaskScheduler(clock);
  const start = clock.now();
  const ran: [string, number][] = [];
  const note = (name: string) => ran.push([name, agenda.now() - start]);
  agenda.after(10, () => {
    note('first');
    agenda.after(10, () => note('third'));
  });
  agenda.after(15, () => note('second'));
  clock.advance(86_400_000);
  expect(ran).toEqual([
    ['first', 10],
    ['second', 15],
    ['third', 20],
  ]);
});

test('real time runs plans as well, with one timer, and cancelled ones never', () => {
  const agenda = new TaskScheduler(createClock());
  const ran: string[] = [];
  agenda.after(50, () => ran.push('late'));
  agenda.after(20, () => ran.push('early'));
  agenda.after(30, () => ran.push('cancelled')).cancel();
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(20);
  expect(ran).toEqual(['early']);
  vi.advanceTimersByTime(40);
  expect(ran).toEqual(['early', 'late']);
  agenda.after(5, () => ran.push('never'));
  agenda.close();
  expect(vi.getTimerCount()).toBe(0);
});
