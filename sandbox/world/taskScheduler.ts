import type { WorldClock } from './clock.ts';

/** Something that will happen; cancelling it twice, or late, does nothing. */
export interface ScheduledTask {
  cancel(): void;
}

interface Entry {
  due: number;
  order: number;
  run: () => void;
  cancelled: boolean;
}

/** Longer waits overflow a Node timer and would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

const isEarlier = (a: Entry, b: Entry) => a.due < b.due || (a.due === b.due && a.order < b.order);

/**
 * What is due when, in world time: one heap and one timer however many tunnels there are. When the clock is moved,
 * everything that became due happens at once, in the order of its times, and sees its own due time as `now()`, so
 * that chains (set up, then active, then end of life) carry the times they would have had.
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

  /** World time; while something planned happens, the moment it was due. */
  now(): number {
    return this.#running ?? this.#clock.now();
  }

  after(milliseconds: number, run: () => void): ScheduledTask {
    return this.at(this.now() + milliseconds, run);
  }

  at(due: number, run: () => void): ScheduledTask {
    const entry: Entry = { due, order: this.#order++, run, cancelled: false };
    this.#push(entry);
    if (this.#heap[0] === entry && this.#running === undefined) this.#arm();
    return {
      cancel: () => {
        entry.cancelled = true;
      },
    };
  }

  /** Forgets every plan. */
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
    const wait = Math.min(Math.max(next.due - this.#clock.now(), 0), LONGEST_TIMER_MS);
    this.#timer = setTimeout(() => this.#runDue(), wait);
  }

  #runDue(): void {
    if (this.#running !== undefined) return;
    try {
      for (let next = this.#heap[0]; next && next.due <= this.#clock.now(); next = this.#heap[0]) {
        this.#pop();
        if (next.cancelled) continue;
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
