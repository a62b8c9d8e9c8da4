// The protocol of both programs: a message is two lengths (32 bits each, big-endian), a header as JSON, and pixels.

/** @typedef {{ header: Record<string, unknown>, pixels: Buffer }} Message */
/** @typedef {{ x: number, y: number, magnification: number }} View Where the stage is, in nanometers. */
/** @typedef {View & { number: number, pixelNm: number, width: number, height: number, pixels: Buffer }} Frame 8-bit gray. */
/**
 * @typedef {{ type: 'move', x: number, y: number }
 *   | { type: 'magnify', magnification: number }
 *   | { type: 'capture' }} Command
 */

const LENGTHS_BYTES = 8;
/** Limits, so that a program of another kind on the port can't fill the memory. */
const LONGEST_HEADER_BYTES = 4096;
const LONGEST_PIXELS_BYTES = 16 * 1024 * 1024;
/** A connection without data for this long is lost, even if the network didn't report it. */
const LONGEST_SILENCE_MS = 60_000;

/**
 * Sends one message.
 *
 * @param {import('node:net').Socket} socket
 * @param {object} header
 * @param {Uint8Array} [pixels]
 */
export function sendMessage(socket, header, pixels = new Uint8Array()) {
  const json = Buffer.from(JSON.stringify(header));
  const lengths = Buffer.alloc(LENGTHS_BYTES);
  lengths.writeUInt32BE(json.length, 0);
  lengths.writeUInt32BE(pixels.length, 4);
  socket.write(Buffer.concat([lengths, json, pixels]));
}

/**
 * Receives messages until the other side closes the connection. Throws when the connection breaks, or when what arrives
 * isn't this protocol.
 *
 * @param {import('node:net').Socket} socket
 * @returns {AsyncGenerator<Message>}
 */
export async function* receiveMessages(socket) {
  socket.setTimeout(LONGEST_SILENCE_MS, () => socket.destroy());
  /** @type {Buffer} */
  let received = Buffer.alloc(0);
  for await (const chunk of socket) {
    received = Buffer.concat([received, chunk]);
    for (let end = messageEnd(received); end <= received.length; end = messageEnd(received)) {
      yield parseMessage(received.subarray(0, end));
      received = received.subarray(end);
    }
  }
}

/**
 * Returns how many bytes the first message has, or Infinity while its lengths haven't arrived.
 *
 * @param {Buffer} bytes
 */
function messageEnd(bytes) {
  if (bytes.length < LENGTHS_BYTES) return Number.POSITIVE_INFINITY;
  const headerLength = bytes.readUInt32BE(0);
  const pixelsLength = bytes.readUInt32BE(4);
  if (headerLength > LONGEST_HEADER_BYTES || pixelsLength > LONGEST_PIXELS_BYTES)
    throw new Error('The message is too long.');
  return LENGTHS_BYTES + headerLength + pixelsLength;
}

/**
 * @param {Buffer} bytes
 * @returns {Message}
 */
function parseMessage(bytes) {
  const headerEnd = LENGTHS_BYTES + bytes.readUInt32BE(0);
  const header = JSON.parse(String(bytes.subarray(LENGTHS_BYTES, headerEnd)));
  if (typeof header !== 'object' || header === null) throw new Error('The header is not an object.');
  return { header, pixels: bytes.subarray(headerEnd) };
}

/**
 * Reads a frame. Throws if the message isn't one.
 *
 * @param {Message} message
 * @returns {Frame}
 */
export function readFrame({ header, pixels }) {
  const frame = {
    number: readNumber(header, 'number'),
    x: readNumber(header, 'x'),
    y: readNumber(header, 'y'),
    magnification: readNumber(header, 'magnification'),
    pixelNm: readNumber(header, 'pixelNm'),
    width: readNumber(header, 'width'),
    height: readNumber(header, 'height'),
    pixels,
  };
  if (frame.width * frame.height !== pixels.length) throw new Error('The frame has the wrong size.');
  return frame;
}

/**
 * Reads a command. Throws if the message isn't one.
 *
 * @param {Message} message
 * @returns {Command}
 */
export function readCommand({ header }) {
  switch (header.type) {
    case 'move':
      return { type: 'move', x: readNumber(header, 'x'), y: readNumber(header, 'y') };
    case 'magnify':
      return { type: 'magnify', magnification: readNumber(header, 'magnification') };
    case 'capture':
      return { type: 'capture' };
    default:
      throw new Error('Unknown command.');
  }
}

/**
 * @param {Record<string, unknown>} header
 * @param {string} name
 */
function readNumber(header, name) {
  const value = header[name];
  if (typeof value !== 'number') throw new Error(`The header has no number "${name}".`);
  return value;
}

/**
 * Reads HOST:PORT from the command line. Throws if it is something else.
 *
 * @param {string | undefined} text
 * @returns {{ host: string, port: number }}
 */
export function readAddress(text = '') {
  const [, host, port] = /^\[?([^\]]+)\]?:(\d{1,5})$/.exec(text) ?? [];
  if (host === undefined) throw new Error(`"${text}" is not HOST:PORT.`);
  return { host, port: Number(port) };
}
