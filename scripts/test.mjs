// npm test: everything that must hold, cheapest checks first. Each step prints one line, and its output when it fails.
// Lines that begin with ">> " are printed in any case. The last line counts unit tests and journeys together.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium, ensureInstalled, ensureNginx, logStep, projectFolder } from './prerequisites.mjs';

ensureInstalled();
process.env.CHROMIUM_PATH = await ensureChromium();
ensureNginx();
const reports = join(projectFolder, '.cache');
mkdirSync(reports, { recursive: true });

let hasFailedStep = false;

/**
 * Runs one step to its end.
 *
 * @param {string} name
 * @param {string} script below node_modules
 * @param {...string} args
 * @returns {Promise<boolean>} whether it passed
 */
async function step(name, script, ...args) {
  const startedMs = Date.now();
  const child = spawn(process.execPath, [join('node_modules', script), ...args], {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk;
    });
  const status = await new Promise((resolve) => child.on('close', resolve));
  const seconds = ((Date.now() - startedMs) / 1000).toFixed(0);
  logStep(`${status === 0 ? 'passed' : 'FAILED'}  ${name} (${seconds} s)`);
  // What a test wants people to read although it passed.
  if (status === 0) for (const [, line] of output.matchAll(/^>> (.*)$/gm)) logStep(`        ${line}`);
  if (status !== 0) {
    console.log(output);
    hasFailedStep = true;
  }
  return status === 0;
}

/**
 * Reads what a test runner counted. A runner that wrote no report counts as one failure.
 *
 * @param {string} report the file's name
 * @param {(report: any) => { passed: number, failed: number }} read
 */
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
  step('types of sandbox, tests and scripts', 'typescript/bin/tsc', '-p', 'tsconfig.node.json'),
]);
await Promise.all([
  step('architecture', '../scripts/architecture.mjs'),
  step('prose', '../scripts/prose.mjs'),
  step('unused code (knip)', 'knip/bin/knip.js'),
]);
await step('unit tests', 'vitest/vitest.mjs', 'run');
if (await step('production build', 'vite/bin/vite.js', 'build', '--logLevel', 'warn')) {
  await step('byte budgets', '../scripts/byteBudgets.mjs');
  await step('journeys in Chromium', '@playwright/test/cli.js', 'test');
}

const unit = counts('unit.json', ({ numPassedTests, numFailedTests, numFailedTestSuites }) => ({
  passed: numPassedTests,
  // A file that fails to load counts too.
  failed: Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0),
}));
const e2e = counts('e2e.json', ({ stats, errors }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky + stats.skipped + errors.length,
}));
const failed = unit.failed + e2e.failed;
if (hasFailedStep) console.log('Some steps failed. See FAILED above.');
console.log(`${unit.passed + e2e.passed} passed, ${failed} failed`);
process.exit(hasFailedStep || failed > 0 ? 1 : 0);
