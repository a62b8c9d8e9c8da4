import type { WorldClock } from './clock.ts';

/** A scheduled task. Canceling it twice or after it ran does nothing. */
export interface ScheduledTask {
  cancel(): void;
}

interface Entry {
  due: number;
  order: number;
  run: () => void;
  canceled: boolean;
}

/** A longer delay overflows the timers of Node.js, which would then fire at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;

const isEarlier = (a: Entry, b: Entry) => a.due < b.due || (a.due === b.due && a.order < b.order);

/**
 * Runs tasks by the simulated clock, with one heap and one timer for any number of tunnels. When the clock is advanced,
 * all due tasks run at once in order, and each sees its own due time as `now()`. The steps of a tunnel, from set up to
 * active to its end, therefore have the same times as without the advance.
 */
export class TaskScheduler {
  readonly #clock: WorldClock;
  readonly #heap: Entry[] = [];
  readonly #stopListening: () => void;
  #timer: NodeJS.Timeout | undefined;
  #order = 0;
  #running: number | undefined;
  #closed = false;

  constructor(clock: WorldClock) {
    this.#clock = clock;
    this.#stopListening = clock.onAdvance(() => this.#runDue());
  }

  /** Returns the time of the simulated clock. While a task runs, this is its due time. */
  now(): number {
    return this.#running ?? this.#clock.now();
  }

  after(milliseconds: number, run: () => void): ScheduledTask {
    return this.at(this.now() + milliseconds, run);
  }

  at(due: number, run: () => void): ScheduledTask {
    const entry: Entry = { due, order: this.#order++, run, canceled: false };
    this.#push(entry);
    if (this.#heap[0] === entry && this.#running === undefined) this.#arm();
    return {
      cancel: () => {
        entry.canceled = true;
      },
    };
  }

  /** Removes all tasks. */
  clear(): void {
    this.#heap.length = 0;
    clearTimeout(this.#timer);
  }

  close(): void {
    this.#closed = true;
    this.#stopListening();
    this.clear();
  }

  #arm(): void {
    clearTimeout(this.#timer);
    const next = this.#heap[0];
    if (!next || this.#closed) return;
    const wait = Math.min(Math.max(next.due - this.#clock.now(), 0), MAX_TIMER_MS);
    this.#timer = setTimeout(() => this.#runDue(), wait);
  }

  #runDue(): void {
    if (this.#running !== undefined) return;
    try {
      for (let next = this.#heap[0]; next && next.due <= this.#clock.now(); next = this.#heap[0]) {
        this.#pop();
        if (next.canceled) continue;
        this.#running = next.due;
        next.run();
      }
    } finally {
      this.#running = undefined;
      this.#arm();
    }
  }

  #push(entry: Entry): void {
    const heap = this.#heap;
    let index = heap.push(entry) - 1;
    while (index > 0) {
      const above = (index - 1) >> 1;
      const parent = heap[above];
      if (!parent || isEarlier(parent, entry)) break;
      heap[index] = parent;
      index = above;
    }
    heap[index] = entry;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    let index = 0;
    for (;;) {
      let below = 2 * index + 1;
      let child = heap[below];
      const right = heap[below + 1];
      if (child && right && isEarlier(right, child)) {
        below += 1;
        child = right;
      }
      if (!child || isEarlier(last, child)) break;
      heap[index] = child;
      index = below;
    }
    heap[index] = last;
  }
}
