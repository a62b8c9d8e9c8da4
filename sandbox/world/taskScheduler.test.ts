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

test('advancing the clock runs all due tasks in order, each at its own time', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1000 })), (delays) => {
      const clock = createClock();
      const scheduler = new TaskScheduler(clock);
      const start = clock.now();
      const ran: number[] = [];
      for (const delay of delays) scheduler.after(delay, () => ran.push(scheduler.now() - start));
      clock.advance(1000);
      expect(ran).toEqual(delays.toSorted((a, b) => a - b));
      scheduler.close();
    }),
  );
});

test('a task that schedules further tasks gets them run too, each at its own time', () => {
  const clock = createClock();
  const scheduler = new TaskScheduler(clock);
  const start = clock.now();
  const ran: [string, number][] = [];
  const note = (name: string) => ran.push([name, scheduler.now() - start]);
  scheduler.after(10, () => {
    note('first');
    scheduler.after(10, () => note('third'));
  });
  scheduler.after(15, () => note('second'));
  clock.advance(86_400_000);
  expect(ran).toEqual([
    ['first', 10],
    ['second', 15],
    ['third', 20],
  ]);
});

test('real time also runs tasks, with one timer, and never runs canceled ones', () => {
  const scheduler = new TaskScheduler(createClock());
  const ran: string[] = [];
  scheduler.after(50, () => ran.push('late'));
  scheduler.after(20, () => ran.push('early'));
  scheduler.after(30, () => ran.push('canceled')).cancel();
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(20);
  expect(ran).toEqual(['early']);
  vi.advanceTimersByTime(40);
  expect(ran).toEqual(['early', 'late']);
  scheduler.after(5, () => ran.push('never'));
  scheduler.close();
  expect(vi.getTimerCount()).toBe(0);
});
