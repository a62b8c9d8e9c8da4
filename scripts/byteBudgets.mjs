// npm run bytes: what a browser downloads for each page of the production build, in brotli bytes (as a server with
// precompressed files sends them), compared with a budget. `npm test` runs it after the build. Bytes are the same on
// every machine, so they are checked here; bench/ measures times.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

/**
 * @typedef {{ file: string, name?: string, imports?: string[], css?: string[], isDynamicEntry?: boolean }} ManifestChunk
 *   A chunk in Vite's manifest.
 * @typedef {{ script: number, style: number }} Weight In kB.
 * @typedef {Weight & { name: string, budget: Weight | null }} PageWeight
 */

const BOOT = 'index.html';
/** The chunk with the app and its first page (vite-plugins/codeSplitting.ts). */
const APP = 'app';
const INLINE_SCRIPT = 'script of index.html';
const INLINE_STYLE = 'style of index.html';

/** The parts of index.html itself, named like files of the build. */
const INLINE = new Map([
  [INLINE_SCRIPT, /<script>(.*?)<\/script>/s],
  [INLINE_STYLE, /<style>(.*?)<\/style>/s],
]);

/** The budgets, in kB. Each later page has its budget on top of the first page. */
const BUDGETS = {
  signIn: { script: 10, style: 12 },
  firstPage: { script: 130, style: 12 },
  laterPage: { script: 60, style: 12 },
};

/**
 * Measures the build that a Vite manifest describes.
 *
 * @param {Record<string, ManifestChunk>} manifest the parsed `.vite/manifest.json`
 * @param {(file: string) => number} bytesOf returns the compressed size, in bytes, of a file of the build or of a part of
 *   index.html (`script of index.html`, `style of index.html`)
 * @returns {PageWeight[]} one entry a page
 */
export function measureBuild(manifest, bytesOf) {
  const boot = withImports(manifest, [BOOT]);
  const app = Object.keys(manifest).filter((name) => manifest[name]?.name === APP);
  if (app.length !== 1) throw new Error(`The build has ${app.length} chunks named ${APP}, not one.`);
  const first = withImports(manifest, [BOOT, ...app]);
  const later = Object.keys(manifest).filter((name) => manifest[name]?.isDynamicEntry && !first.has(name));
  return [
    { name: 'sign-in', ...weigh(manifest, boot, bytesOf), budget: BUDGETS.signIn },
    { name: 'first page with rows', ...weigh(manifest, first, bytesOf), budget: BUDGETS.firstPage },
    ...later.map((name) => {
      const further = [...withImports(manifest, [name])].filter((chunk) => !first.has(chunk));
      // Charts have no budget: they load when someone opens them, and nothing waits for them.
      const budget = name.endsWith('Chart.tsx') ? null : BUDGETS.laterPage;
      return { name, ...weigh(manifest, further, bytesOf), budget };
    }),
  ];
}

/**
 * Returns whether a page keeps its budget.
 *
 * @param {PageWeight} page
 */
export function isWithinBudget({ script, style, budget }) {
  return budget === null || (script <= budget.script && style <= budget.style);
}

/**
 * Returns chunks and everything they import statically.
 *
 * @param {Record<string, ManifestChunk>} manifest
 * @param {string[]} names
 */
function withImports(manifest, names) {
  const found = new Set(names);
  // Iterating over a set also visits what is added on the way.
  for (const name of found) for (const imported of manifest[name]?.imports ?? []) found.add(imported);
  return found;
}

/**
 * @param {Record<string, ManifestChunk>} manifest
 * @param {Iterable<string>} chunks
 * @param {(file: string) => number} bytesOf
 * @returns {Weight}
 */
function weigh(manifest, chunks, bytesOf) {
  /** @type {Set<string>} */
  const scripts = new Set();
  /** @type {Set<string>} */
  const styles = new Set();
  for (const name of chunks) {
    if (name === BOOT) {
      scripts.add(INLINE_SCRIPT);
      styles.add(INLINE_STYLE);
    }
    const { file, css = [] } = manifest[name] ?? {};
    if (file !== undefined) scripts.add(file);
    for (const style of css) styles.add(style);
  }
  const sum = (/** @type {Set<string>} */ files) =>
    [...files].reduce((total, file) => total + bytesOf(file), 0) / 1000;
  return { script: sum(scripts), style: sum(styles) };
}

/**
 * Prints the weight of every page.
 *
 * @param {string} dist the folder of the build
 * @returns {boolean} whether every page keeps its budget
 */
function report(dist) {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
  const read = (/** @type {string} */ file) => {
    const inline = INLINE.get(file);
    if (!inline) return readFileSync(join(dist, file), 'utf8');
    const [, text] = inline.exec(readFileSync(join(dist, BOOT), 'utf8')) ?? [];
    if (text === undefined) throw new Error(`index.html has no inline part "${file}".`);
    return text;
  };
  const pages = measureBuild(manifest, (file) => brotliCompressSync(read(file)).length);
  for (const page of pages) {
    const of = (/** @type {'script' | 'style'} */ part) => {
      const budget = page.budget ? ` of ${String(page.budget[part]).padStart(3)}` : ''.padEnd(7);
      return `${page[part].toFixed(1).padStart(6)}${budget} kB`;
    };
    const mark = isWithinBudget(page) ? '    ' : 'OVER';
    console.log(`${mark} script ${of('script')}  style ${of('style')}  ${page.name}`);
  }
  return pages.every(isWithinBudget);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exit(report(process.argv[2] ?? join(import.meta.dirname, '../dist')) ? 0 : 1);
}
