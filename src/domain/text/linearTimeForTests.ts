const MIN_MEASURED_MS = 10;
const MAX_SIZE = 16_000;
const RUNS = 5;
const GROWTH = 8;

/** Below this, {@link growthOfTime} means linear time. */
export const LINEAR_GROWTH = 20;

/**
 * Measures how many times longer eight times the input takes (it doubles three times). Linear code takes about eight
 * times as long, quadratic code 64 times. The limit between the two is {@link LINEAR_GROWTH}, because memory gets slower
 * for longer inputs. It compares the processor time of the shortest of several runs, so that other programs don't
 * matter.
 *
 * @param inputOfSize returns an input whose length is proportional to the size
 */
export function growthOfTime<T>(inputOfSize: (size: number) => T, run: (input: T) => unknown): number {
  // The code is compiled before it is measured.
  for (let count = 0; count < 50; count += 1) run(inputOfSize(100));
  let size = 1000;
  let shortMs = shortestMs(inputOfSize(size), run);
  while (size < MAX_SIZE && shortMs < MIN_MEASURED_MS) {
    size *= 2;
    shortMs = shortestMs(inputOfSize(size), run);
  }
  return shortestMs(inputOfSize(GROWTH * size), run) / Math.max(shortMs, MIN_MEASURED_MS);
}

/** Returns the shortest processor time of several runs. */
function shortestMs<T>(input: T, run: (input: T) => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = process.cpuUsage();
    run(input);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}
