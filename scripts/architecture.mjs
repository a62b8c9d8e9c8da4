// npm run architecture: the import rule (.dependency-cruiser.cjs) and the habits that no linter knows.
// Takes a folder, by default this project, so that the check itself can be tested on a planted tree.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { projectFolder } from './prerequisites.mjs';

const folder = process.argv[2] ?? projectFolder;
const LONGEST_FILE_LINES = 300;
const LONGEST_COMPONENT_LINES = 120;
const LONGEST_BOOT_LINES = 40;
const VAGUE_NAME = /^(utils?|helpers?|common|lib|misc|shared|constants|types)(\.|$)/i;
/** A component: a function, an arrow function, or one wrapped in `memo` or `forwardRef`. */
const COMPONENT_START =
  /^(?:export )?(?:function ([A-Z]\w*)|const ([A-Z]\w*[a-z]\w*)(?:: [^=]+)? = (?:memo|forwardRef)\b|const ([A-Z]\w*[a-z]\w*)(?:: [^=]+)? = (?:<[^>]*>)?\((?:[^()]|\([^()]*\))*\)(?:: [^=]+)? =>)/gm;
/** The unindented line that ends a component. A line that ends only its parameters has more after the brace. */
const COMPONENT_END = /^(?:\}\)*;?|\)+;)$/m;
const MOST_FILES_IN_A_FOLDER = 15;
/** A browser's own thing that a test puts another in place of. */
const STAND_IN =
  /Object\.defineProperty\(\s*(?:globalThis|window|document|navigator)\b|Object\.assign\(\s*(?:globalThis|window|navigator),\s*\{[^}]*\b[A-Z]\w*|\b[A-Z]\w*\.prototype(?:\.\w+)?\s*=[^=]|\b(?:globalThis|window|navigator)\.[A-Z]\w*\s*=[^=]/;
/** What no switch of a headless browser does: hide a tab, refuse storage. */
const STAND_INS_NEEDED = ['e2e/fleetLive.spec.ts', 'e2e/hostileSignIn.spec.ts'];
const ROOMS_WITH_README = [
  'src/app',
  'src/features',
  'src/api',
  'src/session',
  'src/domain',
  'src/browser',
  'src/ui',
  'src/config',
  'sandbox',
  'e2e',
  'bench',
  'examples/microscope',
];

/**
 * Returns every file below a folder.
 *
 * @param {string} path
 * @returns {Generator<string>}
 */
function* sources(path) {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inside = join(path, entry.name);
    if (entry.isDirectory()) yield* sources(inside);
    else yield inside;
  }
}

/**
 * Checks the habits that no linter knows. Yields one message for each breach.
 *
 * @param {string} path
 * @returns {Generator<string>}
 */
function* brokenHabits(path) {
  const name = relative(folder, path);
  const isTest = /\.(test|spec)\.tsx?$/.test(name);
  if (name.split('/').some((part) => VAGUE_NAME.test(part))) yield `${name}: name what the file knows`;
  if (!/\.tsx?$/.test(name)) return;
  const text = readFileSync(path, 'utf8');
  const lines = text.split('\n').length - 1;
  if (lines > LONGEST_FILE_LINES) yield `${name}: ${lines} lines, over ${LONGEST_FILE_LINES}`;
  if (name === 'src/main.tsx' && lines > LONGEST_BOOT_LINES)
    yield `${name}: ${lines} lines, over ${LONGEST_BOOT_LINES}`;
  if (/(^|\/)index\.tsx?$/.test(name)) yield `${name}: no barrel files`;
  if (/^export \* from/m.test(text)) yield `${name}: no barrel files`;
  if (name.startsWith('src/') && !isTest) yield* brokenSourceHabits(name, text);
  if (name.startsWith('e2e/') && /page\.route\(|waitForTimeout\(/.test(text))
    yield `${name}: failures come from the sandbox, and tests do not sleep`;
  if (name.startsWith('e2e/') && STAND_IN.test(text) && !STAND_INS_NEEDED.includes(name))
    yield `${name}: the browser is the real one, nothing stands in for a part of it`;
}

/**
 * @param {string} name
 * @param {string} text
 * @returns {Generator<string>}
 */
function* brokenComponentHabits(name, text) {
  const components = [...text.matchAll(COMPONENT_START)].flatMap(([line, ...names]) =>
    line.startsWith('export') ? names.filter(Boolean) : [],
  );
  if (components.length > 1) yield `${name}: one exported component a file, not ${components.join(' and ')}`;
  if (components.length === 1 && basename(name) !== `${components[0]}.tsx`)
    yield `${name}: named unlike its component ${components[0]}`;
  for (const { index } of text.matchAll(COMPONENT_START)) {
    const rest = text.slice(index);
    const length = rest.slice(0, COMPONENT_END.exec(rest)?.index).split('\n').length;
    if (length > LONGEST_COMPONENT_LINES)
      yield `${name}: a component of ${length} lines, over ${LONGEST_COMPONENT_LINES}`;
  }
  for (const [, path = ''] of text.matchAll(/from '([^']+\.module\.css)'/g)) {
    if (path !== `./${basename(name).replace(/\.tsx?$/, '.module.css')}`)
      yield `${name}: ${basename(path)} belongs to another component`;
  }
}

/**
 * @param {string} name
 * @param {string} text
 * @returns {Generator<string>}
 */
function* brokenSourceHabits(name, text) {
  if (name.endsWith('.tsx') && name !== 'src/main.tsx') yield* brokenComponentHabits(name, text);
  if (!name.startsWith('src/domain/text/time') && /new Date\([^)]|Date\.parse\(/.test(text))
    yield `${name}: dates are read in domain/text/time.ts only`;
  if (!name.startsWith('src/api/') && /\brefetchInterval:\s*\d/.test(text))
    yield `${name}: cadences live in api/polling.ts only`;
  if (/dangerouslySetInnerHTML|\.innerHTML\b/.test(text)) yield `${name}: text from the network stays text`;
}

const broken = ['src', 'sandbox', 'e2e', 'bench', 'examples']
  .map((room) => join(folder, room))
  .filter((path) => existsSync(path))
  .flatMap((path) => [...sources(path)].flatMap((file) => [...brokenHabits(file)]));
for (const room of ROOMS_WITH_README) {
  if (existsSync(join(folder, room)) && !existsSync(join(folder, room, 'README.md')))
    broken.push(`${room}: has no README.md`);
}

for (const [inside, count] of sourceFileCounts()) {
  const readme = join(folder, inside, 'README.md');
  const hasReason = existsSync(readme) && /^Many files:/m.test(readFileSync(readme, 'utf8'));
  if (count > MOST_FILES_IN_A_FOLDER && !hasReason)
    broken.push(`${inside}/README.md: no line "Many files: …" says why there are ${count} of them`);
}

/** Counts the source files of each folder; tests, styles and what only tests use don't count. */
function sourceFileCounts() {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const room of ['src', 'sandbox']
    .map((name) => join(folder, name))
    .filter((path) => existsSync(path))) {
    for (const path of sources(room)) {
      if (!/\.tsx?$/.test(path) || /\.test\.tsx?$|ForTests\.tsx?$|\.d\.ts$/.test(path)) continue;
      const inside = relative(folder, dirname(path));
      counts.set(inside, (counts.get(inside) ?? 0) + 1);
    }
  }
  return counts;
}

const rules = spawnSync(
  process.execPath,
  [
    join(projectFolder, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
    '--config',
    join(projectFolder, '.dependency-cruiser.cjs'),
    ...['src', 'sandbox', 'e2e', 'bench', 'examples'].filter((room) => existsSync(join(folder, room))),
  ],
  { cwd: folder, encoding: 'utf8' },
);
process.stdout.write(rules.stdout + rules.stderr);
for (const line of broken) console.log(`  ${line}`);
console.log(broken.length === 0 ? 'Habits: kept.' : `Habits: ${broken.length} broken.`);
process.exit(rules.status === 0 && broken.length === 0 ? 0 : 1);
