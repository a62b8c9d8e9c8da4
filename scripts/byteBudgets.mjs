// What each page of the production build makes a browser fetch before it stands, in brotli bytes (as a server with
// precompressed files sends it), against a budget each. Run by `npm test` after the build; alone it is
// `npm run bytes`. Bytes are the same on every machine, so they are checked here; times are measured in bench/.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

const BOOT = 'index.html';
/** What stands in index.html itself, named as if they were files of the build. */
const INLINE = {
  'script of index.html': /<script>(.*?)<\/script>/s,
  'style of index.html': /<style>(.*?)<\/style>/s,
};
/** The chunk with the app and its first page (vite-plugins/codeSplitting.ts). */
const APP = 'app';

const kB = (bytes) => bytes / 1000;

/** The budgets, in kB. */
const BUDGETS = {
  signIn: { script: 10, style: 12 },
  firstPage: { script: 130, style: 12 },
  /** On top of the first page, each. */
  laterPage: { script: 60, style: 12 },
};

/**
 * Measures the build that a Vite manifest describes.
 *
 * @param manifest the parsed `.vite/manifest.json`
 * @param bytesOf gives the compressed size of a file of the build, or of a part of index.html (`script of index.html`,
 *   `style of index.html`), in bytes
 * @returns one line a page, with what it weighs and what it may weigh in kB
 */
export function measureBuild(manifest, bytesOf) {
  const boot = closure(manifest, [BOOT]);
  const app = Object.keys(manifest).filter((name) => manifest[name].name === APP);
  if (app.length !== 1) throw new Error(`The build has ${app.length} chunks named ${APP}, not one.`);
  const first = closure(manifest, [BOOT, ...app]);
  const later = Object.keys(manifest).filter((name) => manifest[name].isDynamicEntry && !first.has(name));
  const line = (name, chunks, budget) => ({ name, ...weigh(manifest, chunks, bytesOf), budget });
  return [
    line('sign-in', boot, BUDGETS.signIn),
    line('first page with rows', first, BUDGETS.firstPage),
    ...later.map((name) => {
      const further = [...closure(manifest, [name])].filter((chunk) => !first.has(chunk));
      // Charts are apart: they come when somebody opens one, and nothing waits for them.
      const isChart = name.endsWith('Chart.tsx');
      return line(name, further, isChart ? null : BUDGETS.laterPage);
    }),
  ];
}

/** Whether a line of {@link measureBuild} keeps its budget. */
export function isWithinBudget({ script, style, budget }) {
  return budget === null || (script <= budget.script && style <= budget.style);
}

/** Everything that is fetched together with some chunks: what they import statically, and so on. */
function closure(manifest, names) {
  const found = new Set();
  const add = (name) => {
    if (found.has(name)) return;
    found.add(name);
    manifest[name].imports?.forEach(add);
  };
  names.forEach(add);
  return found;
}

function weigh(manifest, chunks, bytesOf) {
  const [script, style] = Object.keys(INLINE);
  const isBoot = [...chunks].includes(BOOT);
  const scripts = new Set(isBoot ? [script] : []);
  const styles = new Set(isBoot ? [style] : []);
  for (const name of chunks) {
    scripts.add(manifest[name].file);
    for (const file of manifest[name].css ?? []) styles.add(file);
  }
  const sum = (files) => kB([...files].reduce((total, file) => total + bytesOf(file), 0));
  return { script: sum(scripts), style: sum(styles) };
}

function report(dist) {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
  const read = (file) => readFileSync(join(dist, file), 'utf8');
  const text = (file) => (file in INLINE ? (read('index.html').match(INLINE[file])?.[1] ?? '') : read(file));
  const lines = measureBuild(manifest, (file) => brotliCompressSync(text(file)).length);
  for (const line of lines) {
    const of = (part) =>
      `${line[part].toFixed(1).padStart(6)}${line.budget ? ` of ${String(line.budget[part]).padStart(3)}` : ''.padEnd(7)} kB`;
    const mark = isWithinBudget(line) ? '      ' : 'BROKEN';
    console.log(`${mark} script ${of('script')}  style ${of('style')}  ${line.name}`);
  }
  return lines.every(isWithinBudget);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exit(report(process.argv[2] ?? join(import.meta.dirname, '../dist')) ? 0 : 1);
}
