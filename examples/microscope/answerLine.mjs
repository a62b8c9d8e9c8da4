// What the terminal shows of each frame: where it was taken, what was found, the decision and the throughput.

const WINDOW_MS = 5000;

/**
 * Returns one line about an answer.
 *
 * @param {import('./analysis.mjs').Answer} answer
 * @param {number} bytesPerSecond
 */
export function describeAnswer({ frame, features, command, reason }, bytesPerSecond) {
  const found = `${features.length} ${features.length === 1 ? 'feature' : 'features'}`;
  return [
    `frame ${frame.number}`.padEnd(10),
    position(frame).padEnd(20),
    `${frame.magnification / 1000},000x`.padEnd(8),
    found.padEnd(11),
    `${(bytesPerSecond / 1000).toFixed(0)} kB/s`.padStart(9),
    `  ${describeCommand(command)} (${reason})`,
  ].join(' ');
}

/** @param {import('./messages.mjs').Command} command */
function describeCommand(command) {
  if (command.type === 'move') return `move to ${position(command)}`;
  if (command.type === 'magnify') return `magnify ${command.magnification / 1000},000x`;
  return 'capture again';
}

/** @param {{ x: number, y: number }} nm */
function position({ x, y }) {
  const micrometers = (/** @type {number} */ nm) => (nm / 1000).toFixed(2);
  return `${micrometers(x)}, ${micrometers(y)} µm`;
}

/**
 * Returns a function that counts bytes and returns the bytes per second, over the last five seconds.
 *
 * @returns {(bytes: number) => number}
 */
export function throughputMeter() {
  /** @type {{ at: number, bytes: number }[]} */
  let recent = [];
  return (bytes) => {
    const now = Date.now();
    recent = [...recent.filter(({ at }) => now - at < WINDOW_MS), { at: now, bytes }];
    const [first, ...later] = recent;
    const elapsedMs = now - (first?.at ?? now);
    return elapsedMs === 0 ? 0 : (later.reduce((sum, part) => sum + part.bytes, 0) * 1000) / elapsedMs;
  };
}
