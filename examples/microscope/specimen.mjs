// What lies below the microscope: bright particles on a noisy background, the same ones for the same seed.

/** @typedef {import('./messages.mjs').View} View */
/** @typedef {{ x: number, y: number, radius: number, brightness: number }} Particle Lengths are nanometers. */

export const FRAME_PIXELS = 256;
/** Particles lie within this distance of the middle, in both directions. */
const REACH_NM = 19_000;
const PARTICLES = 24;
const SMALLEST_GAP_NM = 1200;
const BACKGROUND = 30;
const NOISE = 14;

/** The specimen of one seed. */
export class Specimen {
  /** @type {Particle[]} */
  #particles = [];
  #seed;

  /** @param {number} seed */
  constructor(seed) {
    this.#seed = seed;
    const random = randomNumbers(seed);
    const between = (/** @type {number} */ low, /** @type {number} */ high) => low + random() * (high - low);
    while (this.#particles.length < PARTICLES) {
      const particle = {
        x: between(-REACH_NM, REACH_NM),
        y: between(-REACH_NM, REACH_NM),
        radius: between(150, 350),
        brightness: between(100, 220),
      };
      const isFree = (/** @type {Particle} */ { x, y }) =>
        Math.hypot(x - particle.x, y - particle.y) > SMALLEST_GAP_NM;
      if (this.#particles.every(isFree)) this.#particles.push(particle);
    }
  }

  /**
   * Returns what the detector records: 8-bit gray, row by row.
   *
   * @param {View} view
   * @param {number} frameNumber each frame has noise of its own
   * @returns {Uint8Array}
   */
  micrograph(view, frameNumber) {
    const random = randomNumbers(this.#seed * 100_003 + frameNumber);
    const pixels = Uint8Array.from(
      { length: FRAME_PIXELS * FRAME_PIXELS },
      () => BACKGROUND + NOISE * (random() + random() - 1),
    );
    for (const particle of this.#particles) addParticle(pixels, view, particle);
    return pixels;
  }
}

/**
 * Returns the length of a pixel's side in nanometers.
 *
 * @param {number} magnification
 */
export function pixelNmAt(magnification) {
  return 400_000 / magnification;
}

/**
 * Adds a particle's light to a frame, as far as it lies within.
 *
 * @param {Uint8Array} pixels
 * @param {View} view
 * @param {Particle} particle
 */
function addParticle(pixels, view, particle) {
  const pixelNm = pixelNmAt(view.magnification);
  const column = (particle.x - view.x) / pixelNm + FRAME_PIXELS / 2;
  const row = (particle.y - view.y) / pixelNm + FRAME_PIXELS / 2;
  const radius = particle.radius / pixelNm;
  const first = (/** @type {number} */ center) => Math.max(0, Math.ceil(center - 2 * radius));
  const last = (/** @type {number} */ center) => Math.min(FRAME_PIXELS - 1, Math.floor(center + 2 * radius));
  for (let y = first(row); y <= last(row); y += 1)
    for (let x = first(column); x <= last(column); x += 1) {
      const distance = Math.hypot(x - column, y - row) / radius;
      const index = y * FRAME_PIXELS + x;
      const light = (pixels[index] ?? 0) + particle.brightness * Math.exp(-2 * distance * distance);
      pixels[index] = Math.min(255, light);
    }
}

/**
 * Returns a function for numbers from 0 to 1 that are the same for the same seed (the algorithm is Mulberry32).
 *
 * @param {number} seed
 */
function randomNumbers(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
