// Decides what the microscope does next: search field by field, center what is new, magnify it, measure it, continue.

/** @typedef {import('./messages.mjs').Command} Command */
/** @typedef {import('./messages.mjs').Frame} Frame */
/** @typedef {import('./features.mjs').Feature} Feature */
/** @typedef {{ x: number, y: number }} Position On the specimen, in nanometers. */
/** @typedef {{ command: Command, reason: string }} Decision */

const OVERVIEW = 10_000;
const DETAIL = 40_000;
/** The centers of 4 by 4 fields that cover the specimen. */
const FIELDS = [-15_360, -5120, 5120, 15_360].flatMap((y) =>
  [-15_360, -5120, 5120, 15_360].map((x) => ({ x, y })),
);
/** Closer together than this, two positions are the same particle. */
const SAME_PARTICLE_NM = 600;
/** A faint particle is captured several times, because one frame has too much noise. */
const FAINT = 112;
const CAPTURES_OF_FAINT = 3;

/** One survey of the specimen. It continues through any number of connections. */
export class Survey {
  #field = 0;
  #wanted = { ...this.#fieldCenter(), magnification: OVERVIEW };
  /** @type {Position[]} */
  #examined = [];
  /** @type {Position | undefined} the particle that is centered or magnified */
  #target;
  #captures = 0;

  /**
   * Returns the answer to a frame.
   *
   * @param {Frame} frame
   * @param {readonly Feature[]} features what was found in it
   * @returns {Decision}
   */
  decide(frame, features) {
    const wanted = this.#wanted;
    // An instrument that was restarted is elsewhere.
    if (frame.x !== wanted.x || frame.y !== wanted.y)
      return { command: { type: 'move', x: wanted.x, y: wanted.y }, reason: 'to where the survey is' };
    if (frame.magnification !== wanted.magnification) return this.#magnify(wanted.magnification, 'as before');
    const centered = features.find(
      (feature) => distanceNm(positionOf(feature, frame), frame) < SAME_PARTICLE_NM,
    );
    if (frame.magnification === DETAIL) return this.#decideDetail(frame, centered);
    if (this.#target && centered)
      return this.#magnify(DETAIL, `${centered.area} bright pixels in the middle`);
    this.#target = undefined;
    return this.#decideOverview(frame, features);
  }

  /**
   * @param {Frame} frame
   * @param {readonly Feature[]} features
   * @returns {Decision}
   */
  #decideOverview(frame, features) {
    const isNew = (/** @type {Position} */ position) =>
      this.#examined.every((other) => distanceNm(other, position) >= SAME_PARTICLE_NM);
    const found = features.map((feature) => positionOf(feature, frame)).filter(isNew);
    const [largest] = found;
    if (!largest) return this.#moveToNextField();
    this.#target = largest;
    // Even if nothing is there in the next frame, the survey doesn't return to it.
    this.#examined.push(largest);
    return this.#moveTo(largest, `the largest of ${found.length} new`);
  }

  /**
   * @param {Frame} frame
   * @param {Feature | undefined} centered
   * @returns {Decision}
   */
  #decideDetail(frame, centered) {
    this.#captures += 1;
    if (centered && centered.brightness < FAINT && this.#captures < CAPTURES_OF_FAINT)
      return { command: { type: 'capture' }, reason: `faint, brightness ${centered.brightness.toFixed(0)}` };
    this.#captures = 0;
    this.#target = undefined;
    if (!centered) return this.#magnify(OVERVIEW, 'nothing in the middle');
    this.#examined.push(positionOf(centered, frame));
    const diameterNm = 2 * Math.sqrt(centered.area / Math.PI) * frame.pixelNm;
    return this.#magnify(OVERVIEW, `measured ${diameterNm.toFixed(0)} nm`);
  }

  /** @returns {Decision} */
  #moveToNextField() {
    this.#field = (this.#field + 1) % FIELDS.length;
    if (this.#field === 0) this.#examined = [];
    return this.#moveTo(this.#fieldCenter(), `nothing new, field ${this.#field + 1} of ${FIELDS.length}`);
  }

  /** @returns {Position} */
  #fieldCenter() {
    return FIELDS[this.#field] ?? { x: 0, y: 0 };
  }

  /**
   * @param {Position} position
   * @param {string} reason
   * @returns {Decision}
   */
  #moveTo({ x, y }, reason) {
    this.#wanted = { ...this.#wanted, x, y };
    return { command: { type: 'move', x, y }, reason };
  }

  /**
   * @param {number} magnification
   * @param {string} reason
   * @returns {Decision}
   */
  #magnify(magnification, reason) {
    this.#wanted = { ...this.#wanted, magnification };
    return { command: { type: 'magnify', magnification }, reason };
  }
}

/**
 * Returns where a feature lies on the specimen.
 *
 * @param {Feature} feature
 * @param {Frame} frame
 * @returns {Position}
 */
export function positionOf(feature, frame) {
  return {
    x: Math.round(frame.x + (feature.x - frame.width / 2) * frame.pixelNm),
    y: Math.round(frame.y + (feature.y - frame.height / 2) * frame.pixelNm),
  };
}

/**
 * @param {Position} a
 * @param {Position} b
 */
function distanceNm(a, b) {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
