// Saves frames as PNG files. Written out here, so that the programs need nothing but Node.js on a host.
import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Bits for each sample, color type gray, and the only methods there are for compression, filter and interlace. */
const EIGHT_BIT_GRAY = [8, 0, 0, 0, 0];
const BOX_BRIGHTNESS = 255;
const BOX_MARGIN = 4;

/**
 * Returns a PNG file of 8-bit gray pixels.
 *
 * @param {{ width: number, height: number, pixels: Uint8Array }} image
 * @returns {Buffer}
 */
export function encodePng({ width, height, pixels }) {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  // Each row begins with the number of its filter: 0, none.
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row += 1)
    rows.set(pixels.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', Buffer.concat([size, Buffer.from(EIGHT_BIT_GRAY)])),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/**
 * @param {string} type
 * @param {Buffer} content
 */
function chunk(type, content) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(content.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/**
 * Returns the pixels of a frame with a box around each feature.
 *
 * @param {import('./messages.mjs').Frame} frame
 * @param {readonly import('./features.mjs').Feature[]} features
 * @returns {Uint8Array}
 */
export function drawBoxes({ width, height, pixels }, features) {
  const drawn = Uint8Array.from(pixels);
  for (const feature of features) {
    const left = Math.max(0, feature.left - BOX_MARGIN);
    const right = Math.min(width - 1, feature.right + BOX_MARGIN);
    const top = Math.max(0, feature.top - BOX_MARGIN);
    const bottom = Math.min(height - 1, feature.bottom + BOX_MARGIN);
    for (let column = left; column <= right; column += 1)
      for (const row of [top, bottom]) drawn[row * width + column] = BOX_BRIGHTNESS;
    for (let row = top; row <= bottom; row += 1)
      for (const column of [left, right]) drawn[row * width + column] = BOX_BRIGHTNESS;
  }
  return drawn;
}
