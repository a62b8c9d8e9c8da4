// Finds bright features in a frame: groups of neighboring pixels over a threshold.

/** Over the background with its noise (44), and below what every particle reaches in its middle. */
const THRESHOLD = 80;
/** Smaller groups are noise. */
const SMALLEST_AREA = 5;

/**
 * @typedef {{ x: number, y: number, area: number, brightness: number, left: number, top: number, right: number,
 *   bottom: number }} Feature Center, area and edges in pixels; the mean brightness from 0 to 255.
 */

/**
 * Returns the features of a frame, the largest first.
 *
 * @param {{ width: number, height: number, pixels: Uint8Array }} frame
 * @returns {Feature[]}
 */
export function findFeatures({ width, height, pixels }) {
  const seen = new Uint8Array(pixels.length);
  /** @type {Feature[]} */
  const features = [];
  for (let start = 0; start < width * height; start += 1) {
    if (seen[start] || (pixels[start] ?? 0) <= THRESHOLD) continue;
    const group = connectedPixels(start, width, pixels, seen);
    if (group.length >= SMALLEST_AREA) features.push(measure(group, width, pixels));
  }
  return features.sort((a, b) => b.area - a.area);
}

/**
 * Returns the indexes of all pixels over the threshold that are connected with the first one, and marks them as seen.
 *
 * @param {number} start
 * @param {number} width
 * @param {Uint8Array} pixels
 * @param {Uint8Array} seen
 */
function connectedPixels(start, width, pixels, seen) {
  const group = [start];
  seen[start] = 1;
  // The list grows while the loop runs through it.
  for (const index of group) {
    const column = index % width;
    for (const next of [
      ...(column > 0 ? [index - 1] : []),
      ...(column < width - 1 ? [index + 1] : []),
      index - width,
      index + width,
    ]) {
      if (seen[next] !== 0 || (pixels[next] ?? 0) <= THRESHOLD) continue;
      seen[next] = 1;
      group.push(next);
    }
  }
  return group;
}

/**
 * @param {number[]} group
 * @param {number} width
 * @param {Uint8Array} pixels
 * @returns {Feature}
 */
function measure(group, width, pixels) {
  const columns = group.map((index) => index % width);
  const rows = group.map((index) => Math.floor(index / width));
  return {
    x: mean(columns),
    y: mean(rows),
    area: group.length,
    brightness: mean(group.map((index) => pixels[index] ?? 0)),
    // One by one, because a call takes only a limited number of arguments.
    left: columns.reduce((a, b) => Math.min(a, b)),
    top: rows.reduce((a, b) => Math.min(a, b)),
    right: columns.reduce((a, b) => Math.max(a, b)),
    bottom: rows.reduce((a, b) => Math.max(a, b)),
  };
}

/** @param {number[]} values */
function mean(values) {
  return values.reduce((a, b) => a + b, 0) / values.length;
}
