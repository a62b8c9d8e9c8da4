// npm run example: the dashboard with a sandbox, and two programs that stream through the tunnel that you create there.
// See docs/microscope.md.
import { join, relative } from 'node:path';
import { Analysis } from '../examples/microscope/analysis.mjs';
import { describeAnswer, throughputMeter } from '../examples/microscope/answerLine.mjs';
import { Instrument } from '../examples/microscope/instrument.mjs';
import { streamThroughTunnels } from '../examples/microscope/streamThroughTunnels.mjs';
import { startDashboard } from './dashboard.mjs';
import { ensureInstalled, logStep, projectFolder } from './prerequisites.mjs';

const SEED = 7;
const EXPOSURE_MS = 700;
const LISTENER = { host: '127.0.0.1', port: 5555 };
const ACCESS_POINTS = {
  initiator: 'acce5500-0000-4000-8000-000000000001',
  listener: 'acce5500-0000-4000-8000-000000000002',
};

ensureInstalled();
logStep('Starting the sandbox, the app and the two programs');
const { address, sandbox, close } = await startDashboard();

const folder = join(projectFolder, '.cache/microscope');
const analysis = new Analysis(folder);
const measure = throughputMeter();
analysis.events.on('answer', (answer) =>
  console.log(describeAnswer(answer, measure(answer.frame.pixels.length))),
);
const listenerPort = await analysis.listen(LISTENER).catch(() => analysis.listen({ ...LISTENER, port: 0 }));

const link = `${address}tunnels/new?${new URLSearchParams({ ...ACCESS_POINTS, label: 'Microscope' })}`;
console.log(`
  1. Open ${link}
     Sign in as Mira Okafor, and create the tunnel with the listener address ${LISTENER.host}, port ${listenerPort}.
  2. When the tunnel is active, frames arrive here, and as pictures in ${relative(process.cwd(), folder)}.
  3. Stop the tunnel on its page: the stream stops. Create another one with the same address: the survey continues.

  Press Ctrl C to stop.
`);

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stopping.abort());
await streamThroughTunnels(sandbox.world.tunnels, new Instrument(SEED), {
  listenerPort,
  exposureMs: EXPOSURE_MS,
  signal: stopping.signal,
  print: (line) => console.log(line),
});
analysis.close();
await close();
process.exit(0);
