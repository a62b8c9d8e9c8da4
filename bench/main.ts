// npm run bench [-- NAME...]: runs the named benches, or all of them, on the production build in dist/ (npm run build
// first). Prints a table and writes .cache/bench/NAME.json.
import { mkdirSync, writeFileSync } from 'node:fs';
import { arch, cpus, platform } from 'node:os';
import { fileURLToPath } from 'node:url';
import { firstLoadBench } from './firstLoad.ts';
import { fleetBench, fleetHeapBench } from './fleet.ts';
import type { Bench } from './measurements.ts';
import { measurementTable, median } from './measurements.ts';

const benches: readonly Bench[] = [firstLoadBench, fleetBench, fleetHeapBench];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) {
  console.error(
    `Unknown bench: ${unknown.join(', ')}. Available: ${benches.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}

const folder = fileURLToPath(new URL('../.cache/bench/', import.meta.url));
mkdirSync(folder, { recursive: true });
const machine = `${cpus().length} x ${cpus()[0]?.model}, ${platform()} ${arch()}, Node.js ${process.version}`;

for (const { name, measure } of benches) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n${name}, on ${machine}\n`);
  const figures = await measure();
  console.log(measurementTable(figures));
  const document = {
    name,
    machine,
    figures: figures.map((figure) => ({ ...figure, median: median(figure.runs) })),
  };
  writeFileSync(`${folder}${name}.json`, `${JSON.stringify(document, null, 2)}\n`);
}
