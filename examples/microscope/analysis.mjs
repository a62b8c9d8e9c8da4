// The analysis: listens for the instrument, finds features in each frame, and answers with the next command.
import { EventEmitter, once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { describeAnswer, throughputMeter } from './answerLine.mjs';
import { findFeatures } from './features.mjs';
import { readAddress, readFrame, receiveMessages, sendMessage } from './messages.mjs';
import { drawBoxes, encodePng } from './png.mjs';
import { Survey } from './survey.mjs';

/** Older files are overwritten, so that a long run doesn't fill the disk. */
const FILES_KEPT = 100;

/**
 * @typedef {import('./survey.mjs').Decision & { frame: import('./messages.mjs').Frame,
 *   features: import('./features.mjs').Feature[] }} Answer A frame, what was found in it, and the command.
 */

/** A running analysis. Its survey continues when the instrument connects again. */
export class Analysis {
  /** @type {EventEmitter<{ connected: [], answer: [Answer], disconnected: [reason: string] }>} */
  events = new EventEmitter();
  #survey = new Survey();
  #server = createServer((socket) => void this.#serve(socket));
  /** @type {import('node:net').Socket | undefined} */
  #socket;
  #folder;

  /** @param {string} [folder] where frames are saved; without it, they aren't */
  constructor(folder) {
    this.#folder = folder;
    if (folder !== undefined) mkdirSync(folder, { recursive: true });
  }

  /**
   * Starts to listen. Throws the system error if the port isn't available.
   *
   * @param {{ host: string, port: number }} address port 0: any free port
   * @returns {Promise<number>} the port
   */
  async listen({ host, port }) {
    this.#server.listen(port, host);
    await once(this.#server, 'listening');
    const address = this.#server.address();
    return typeof address === 'object' && address !== null ? address.port : port;
  }

  close() {
    this.#server.close();
    this.#socket?.destroy();
  }

  /** @param {import('node:net').Socket} socket */
  async #serve(socket) {
    // There is one instrument. When it connects again, its earlier connection is lost.
    this.#socket?.destroy();
    this.#socket = socket;
    this.events.emit('connected');
    let reason = 'the connection was closed';
    try {
      for await (const message of receiveMessages(socket)) {
        const frame = readFrame(message);
        const features = findFeatures(frame);
        const decision = this.#survey.decide(frame, features);
        await this.#save(frame, features);
        sendMessage(socket, decision.command);
        this.events.emit('answer', { frame, features, ...decision });
      }
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error);
    } finally {
      socket.destroy();
      this.events.emit('disconnected', reason);
    }
  }

  /**
   * @param {import('./messages.mjs').Frame} frame
   * @param {import('./features.mjs').Feature[]} features
   */
  async #save(frame, features) {
    if (this.#folder === undefined) return;
    const file = `frame-${String(frame.number % FILES_KEPT).padStart(2, '0')}.png`;
    await writeFile(join(this.#folder, file), encodePng({ ...frame, pixels: drawBoxes(frame, features) }));
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { save: { type: 'string' } },
  });
  const print = (/** @type {string} */ line) => void process.stdout.write(`${line}\n`);
  const analysis = new Analysis(values.save);
  const measure = throughputMeter();
  analysis.events.on('connected', () => print('The instrument is connected.'));
  analysis.events.on('answer', (answer) =>
    print(describeAnswer(answer, measure(answer.frame.pixels.length))),
  );
  analysis.events.on('disconnected', (reason) => print(`The instrument is disconnected: ${reason}.`));
  const port = await analysis.listen(readAddress(positionals[0]));
  print(`Listening on port ${port}.`);
}
