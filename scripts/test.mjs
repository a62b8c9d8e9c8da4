// npm test: everything that must hold, in the order in which it fails fastest. Each step says one line; what it
// prints is shown when it fails, and lines that begin with ">> " in any case. The last line counts the unit tests and the journeys together.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium, ensureInstalled, ensureNginx, logStep, projectFolder } from './prerequisites.mjs';

ensureInstalled();
process.env.CHROMIUM_PATH = await ensureChromium();
ensureNginx();
const reports = join(projectFolder, '.cache');
mkdirSync(reports, { recursive: true });

let allWell = true;

/** Runs one step to its end; true when it held. */
async function step(name, command, ...args) {
  const startedMs = Date.now();
  const child = spawn(process.execPath, [join('node_modules', command), ...args], {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const status = await new Promise((resolve) => child.on('close', resolve));
  const seconds = ((Date.now() - startedMs) / 1000).toFixed(0);
  logStep(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  // What a test wants to be read though it passed.
  if (status === 0) for (const [, line] of output.matchAll(/^>> (.*)$/gm)) logStep(`         ${line}`);
  if (status !== 0) {
    console.log(output);
    allWell = false;
  }
  return status === 0;
}

/** What a test runner counted; a runner that wrote no report counts as one failure. */
function counts(report, read) {
  try {
    return read(JSON.parse(readFileSync(join(reports, report), 'utf8')));
  } catch {
    return { passed: 0, failed: 1 };
  }
}

for (const report of ['unit.json', 'e2e.json']) rmSync(join(reports, report), { force: true });

await Promise.all([
  step('format and lint', '@biomejs/biome/bin/biome', 'check', '.'),
  step('types of the app', 'typescript/bin/tsc', '-p', 'tsconfig.app.json'),
  step('types of sandbox and tests', 'typescript/bin/tsc', '-p', 'tsconfig.node.json'),
]);
await Promise.all([
  step('architecture', '../scripts/architecture.mjs'),
  step('nothing dead (knip)', 'knip/bin/knip.js'),
]);
await step('unit tests', 'vitest/vitest.mjs', 'run');
const built = await step('production build', 'vite/bin/vite.js', 'build', '--logLevel', 'warn');
if (built) {
  await step('byte budgets', '../scripts/byteBudgets.mjs');
  await step('journeys in Chromium', '@playwright/test/cli.js', 'test');
}

const unit = counts('unit.json', ({ numPassedTests, numFailedTests, numFailedTestSuites }) => ({
  passed: numPassedTests,
  // A file that cannot even be loaded counts too.
  failed: Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0),
}));
const e2e = counts('e2e.json', ({ stats, errors }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky + stats.skipped + errors.length,
}));
const failed = unit.failed + e2e.failed;
if (!allWell) console.log('Not everything holds: see FAILED above.');
console.log(`${unit.passed + e2e.passed} passed, ${failed} failed`);
process.exit(allWell && failed === 0 ? 0 : 1);
