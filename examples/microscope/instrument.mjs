// The instrument control: connects to the analysis, sends what the microscope sees, and does what the analysis answers.
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { readAddress, readCommand, receiveMessages, sendMessage } from './messages.mjs';
import { FRAME_PIXELS, pixelNmAt, Specimen } from './specimen.mjs';

/** @typedef {import('./messages.mjs').Frame} Frame */

/** The microscope with its stage and its detector. It keeps its position when a connection ends. */
export class Instrument {
  #specimen;
  #view = { x: 0, y: 0, magnification: 10_000 };
  #frames = 0;

  /** @param {number} seed the same seed has the same specimen and noise */
  constructor(seed) {
    this.#specimen = new Specimen(seed);
  }

  /** @returns {Frame} */
  capture() {
    this.#frames += 1;
    return {
      number: this.#frames,
      ...this.#view,
      pixelNm: pixelNmAt(this.#view.magnification),
      width: FRAME_PIXELS,
      height: FRAME_PIXELS,
      pixels: Buffer.from(this.#specimen.micrograph(this.#view, this.#frames)),
    };
  }

  /** @param {import('./messages.mjs').Command} command */
  execute(command) {
    if (command.type === 'move') this.#view = { ...this.#view, x: command.x, y: command.y };
    if (command.type === 'magnify') this.#view = { ...this.#view, magnification: command.magnification };
  }
}

/**
 * Connects, and sends a frame after each command until the connection ends.
 *
 * @param {Instrument} instrument
 * @param {{ host: string, port: number }} address where the analysis listens
 * @param {{ exposureMs: number, signal?: AbortSignal }} options the time that each frame takes; what ends the stream
 * @returns {Promise<{ frames: number, reason: string }>} what was sent, and why the connection ended
 */
export async function streamFrames(instrument, address, { exposureMs, signal }) {
  const socket = connect(address);
  const close = () => void socket.destroy();
  signal?.addEventListener('abort', close);
  let frames = 0;
  const sendFrame = () => {
    const { pixels, ...header } = instrument.capture();
    sendMessage(socket, { type: 'frame', ...header }, pixels);
    frames += 1;
  };
  try {
    await once(socket, 'connect', { ...(signal && { signal }) });
    sendFrame();
    for await (const message of receiveMessages(socket)) {
      instrument.execute(readCommand(message));
      await delay(exposureMs, undefined, { ...(signal && { signal }) });
      sendFrame();
    }
    return { frames, reason: 'the connection was closed' };
  } catch (error) {
    return { frames, reason: error instanceof Error ? error.message : String(error) };
  } finally {
    signal?.removeEventListener('abort', close);
    socket.destroy();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: 'string', default: '7' },
      exposure: { type: 'string', default: '500' },
    },
  });
  const options = { exposureMs: Number(values.exposure) };
  const instrument = new Instrument(Number(values.seed));
  const { frames, reason } = await streamFrames(instrument, readAddress(positionals[0]), options);
  process.stdout.write(`Frames sent: ${frames}. The stream ended: ${reason}.\n`);
  process.exitCode = frames > 0 ? 0 : 1;
}
