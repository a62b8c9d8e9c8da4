import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { createTunnelViaApi, fetchTransfer, sandboxForTests } from '../../sandbox/sandboxForTests.ts';
import { Analysis, type Answer } from './analysis.mjs';
import { findFeatures } from './features.mjs';
import { Instrument } from './instrument.mjs';
import type { Frame } from './messages.mjs';
import { streamThroughTunnels } from './streamThroughTunnels.mjs';
import { positionOf, Survey } from './survey.mjs';

const SEED = 7;
/** After that many frames of this seed, the survey starts anew. */
const FRAMES_OF_A_SURVEY = 88;
const HOST = '127.0.0.1';
const sandbox = sandboxForTests({ speed: 1000 });
const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'microscope-'));
  cleanUps.push(() => rm(folder, { recursive: true }));
  return folder;
}

async function startAnalysis(folder?: string) {
  const analysis = new Analysis(folder);
  cleanUps.push(() => analysis.close());
  return { analysis, port: await analysis.listen({ host: HOST, port: 0 }) };
}

const createTunnelTo = (port: number) =>
  createTunnelViaApi(sandbox(), { listener_ip_address: HOST, listener_port: port });

function stopTunnel(id: string) {
  const body = { data: { attributes: { state: 'STOPPING' } } };
  return fetchTransfer(sandbox(), `/v2/tunnels/${id}`, { method: 'PATCH', body });
}

/** The answers of an analysis, and a way to wait until there are enough of them. */
function collectAnswers({ events }: Analysis) {
  const answers: Answer[] = [];
  events.on('answer', (answer) => answers.push(answer));
  const reach = (count: number) =>
    new Promise<void>((resolve) => {
      const check = () => {
        if (answers.length >= count) resolve();
      };
      events.on('answer', check);
      check();
    });
  return { answers, reach };
}

/** What the survey decides without any network. */
function decisionsWithoutNetwork(count: number) {
  const instrument = new Instrument(SEED);
  const survey = new Survey();
  return Array.from({ length: count }, () => {
    const frame = instrument.capture();
    const decision = survey.decide(frame, findFeatures(frame));
    instrument.execute(decision.command);
    return decision.command;
  });
}

test('50 frames go through two tunnels, commands follow what was seen, and a stop only pauses the survey', async () => {
  const { analysis, port } = await startAnalysis();
  const { answers, reach } = collectAnswers(analysis);
  const stopping = new AbortController();
  const streaming = streamThroughTunnels(sandbox().world.tunnels, new Instrument(SEED), {
    listenerPort: port,
    exposureMs: 0,
    signal: stopping.signal,
    print: () => {},
  });
  cleanUps.push(() => stopping.abort());

  const first = await createTunnelTo(port);
  await reach(25);
  const disconnected = once(analysis.events, 'disconnected');
  await stopTunnel(first);
  await disconnected;
  const before = answers.length;
  const connected = once(analysis.events, 'connected');
  await createTunnelTo(port);
  await connected;
  expect(answers).toHaveLength(before);
  await reach(before + 25);
  stopping.abort();
  await streaming;

  expect(answers.slice(0, before).map(({ command }) => command)).toEqual(decisionsWithoutNetwork(before));
  const numbers = answers.map(({ frame }) => frame.number);
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  expectCommandsToFollowFeatures(answers);
  // No particle was visited twice: the survey continued and didn't start from the beginning.
  const visited = answers
    .slice(0, FRAMES_OF_A_SURVEY)
    .filter(({ reason }) => reason.startsWith('the largest'))
    .map(({ command }) => command);
  expect(visited.length).toBeGreaterThan(5);
  expect(new Set(visited.map((command) => JSON.stringify(command))).size).toBe(visited.length);
  expect(answers[before]?.frame.number).toBeGreaterThan(before);
}, 60_000);

function expectCommandsToFollowFeatures(answers: readonly Answer[]): void {
  const magnified = answers.filter(({ reason }) => reason.includes('in the middle'));
  expect(magnified.length).toBeGreaterThan(5);
  for (const { frame, features } of magnified) {
    const nearest = features.map((feature) => positionOf(feature, frame));
    expect(nearest.some(({ x, y }) => Math.hypot(x - frame.x, y - frame.y) < 600)).toBe(true);
  }
  for (const { frame, features, command, reason } of answers) {
    if (!reason.startsWith('the largest')) continue;
    const targets = features.map((feature) => ({ type: 'move', ...positionOf(feature, frame) }));
    expect(targets).toContainEqual(command);
  }
}

test('an empty specimen is searched field by field, and nothing is magnified', () => {
  const survey = new Survey();
  const frame: Frame = { ...new Instrument(SEED).capture(), pixels: Buffer.alloc(256 * 256, 30) };
  for (let number = 1; number <= 40; number += 1) {
    const { command } = survey.decide(frame, findFeatures(frame));
    expect(command.type).toBe('move');
    if (command.type === 'move') Object.assign(frame, { x: command.x, y: command.y });
  }
});

test('features are connected groups of bright pixels, measured in pixels', () => {
  const width = 8;
  const pixels = new Uint8Array(width * width).fill(30);
  // A block of 3 by 2 that touches the right edge, a block of 3 by 3 on the next row's left edge, and one bright pixel.
  for (const [column, row] of [5, 6, 7].flatMap((x) => [1, 2].map((y) => [x, y] as const)))
    pixels[row * width + column] = 200;
  for (const [column, row] of [0, 1, 2].flatMap((x) => [3, 4, 5].map((y) => [x, y] as const)))
    pixels[row * width + column] = 100;
  pixels[7 * width + 7] = 255;
  expect(findFeatures({ width, height: width, pixels })).toEqual([
    { x: 1, y: 4, area: 9, brightness: 100, left: 0, top: 3, right: 2, bottom: 5 },
    { x: 6, y: 1.5, area: 6, brightness: 200, left: 5, top: 1, right: 7, bottom: 2 },
  ]);
});

test('frames are saved as gray PNG files with a box around each feature', async () => {
  const folder = await temporaryFolder();
  const { analysis, port } = await startAnalysis(folder);
  const { answers, reach } = collectAnswers(analysis);
  const stopping = new AbortController();
  cleanUps.push(() => stopping.abort());
  const options = { listenerPort: port, exposureMs: 0, signal: stopping.signal, print: () => {} };
  await createTunnelTo(port);
  const streaming = streamThroughTunnels(sandbox().world.tunnels, new Instrument(SEED), options);
  await reach(2);
  stopping.abort();
  await streaming;

  const file = await readFile(join(folder, 'frame-02.png'));
  expect(file.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const start = file.indexOf('IDAT') + 4;
  const rows = inflateSync(file.subarray(start, start + file.readUInt32BE(start - 8)));
  expect(rows).toHaveLength(256 * 257);
  const { frame, features } = answers[1] ?? {};
  expect(features?.length).toBeGreaterThan(0);
  const pixelAt = (x: number, y: number) => rows[y * 257 + 1 + x];
  expect(pixelAt(128, 10)).toBe(frame?.pixels[10 * 256 + 128]);
  for (const { left, top } of features ?? [])
    expect(pixelAt(Math.max(0, left - 4), Math.max(0, top - 4))).toBe(255);
}, 60_000);

test('a program of another kind on the port is disconnected, and the analysis continues to listen', async () => {
  const { analysis, port } = await startAnalysis();
  for (const text of ['GET / HTTP/1.1\r\nHost: localhost\r\n\r\n', '\0\0\0\x02\0\0\0\0{}']) {
    const disconnected = once(analysis.events, 'disconnected');
    const socket = connect(port, HOST);
    socket.on('error', () => {});
    socket.write(text);
    const [reason] = await disconnected;
    expect(reason).toMatch(/The message is too long|The header has no number/);
  }
});

/** Runs a command on a host of its own, with the stand-in for the Globus tools. */
async function openHost() {
  const home = await temporaryFolder();
  const bin = fileURLToPath(new URL('../../sandbox/tools/bin', import.meta.url));
  const env = {
    ...process.env,
    PATH: `${bin}:${process.env.PATH}`,
    HOME: home,
    GLOBUS_SANDBOX_CONTROL: sandbox().control,
  };
  const cwd = fileURLToPath(new URL('.', import.meta.url));
  return (command: string): ChildProcess => {
    const child = spawn('/bin/sh', ['-c', `exec ${command}`], {
      env,
      cwd,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    cleanUps.unshift(async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill();
      await once(child, 'exit');
    });
    return child;
  };
}

/** Waits until a program has printed something. */
async function printed(child: ChildProcess, pattern: RegExp): Promise<string> {
  let text = '';
  for await (const chunk of child.stdout?.iterator({ destroyOnReturn: false }) ?? []) {
    text += chunk;
    if (pattern.test(text)) return text;
  }
  throw new Error(`The program ended after: ${text}`);
}

test('both programs run from the command line, with the launcher and the contact string', async () => {
  const server = createServer().listen(0, HOST);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  const [listener, initiator] = [await openHost(), await openHost()];
  const initialize = 'globus-streams environment initialize';

  const id = await createTunnelViaApi(sandbox());
  await once(listener(`${initialize} --listener-contact-string ${HOST}:${port} ${id}`), 'exit');
  const analysis = listener(`globus-streams-launch.sh -p ${port} ${id} node analysis.mjs ${HOST}:${port}`);
  await printed(analysis, /Listening on port/);
  await expect.poll(() => sandbox().world.tunnels.get(id)?.state).toBe('ACTIVE');
  const contact = await printed(initiator(`${initialize} ${id}`), /globus\.\S+:\d+/);
  const address = /globus\.\S+/.exec(contact)?.[0];
  const instrument = initiator(`globus-streams-launch.sh ${id} node instrument.mjs --exposure 0 ${address}`);
  await printed(analysis, /frame 5 .*magnify|frame 5 .*move/);
  const ended = printed(instrument, /The stream ended/);
  await stopTunnel(id);
  expect(await ended).toMatch(/^Frames sent: \d+\. The stream ended: /);
}, 60_000);
