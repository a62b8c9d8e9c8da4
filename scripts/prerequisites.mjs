// What a fresh clone lacks, made by whichever command needs it first. Plain JavaScript without packages: when
// this runs there may be none.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectFolder = fileURLToPath(new URL('..', import.meta.url));

/** Says in one line what is being done; on stderr, so that no command's own output is mixed with it. */
export function logStep(line) {
  process.stderr.write(`${line}\n`);
}

function run(command, args) {
  const result = spawnSync(command, args, {
    cwd: projectFolder,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  return result.status === 0;
}

/** Installs the dependencies when they are missing or older than the lock file. */
export function ensureInstalled() {
  const installed = join(projectFolder, 'node_modules/.package-lock.json');
  const wanted = join(projectFolder, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return;
  // Not `npm ci`: it refuses a lock file without every other platform's optional binaries, which a mirror may lack.
  logStep('Installing the dependencies (npm install)');
  if (!run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'])) {
    logStep('npm install failed; its message stands above.');
    process.exit(1);
  }
}

/**
 * A Chromium to test with: CHROMIUM_PATH, the headless shell (the same engine without the window it never opens,
 * and twice as fast to start), Playwright's own, or one this machine has.
 *
 * @returns the path, or undefined
 */
export async function findChromium() {
  const candidates = [process.env.CHROMIUM_PATH, ...inPath('chromium-headless-shell')];
  return candidates.find((path) => path && existsSync(path)) ?? (await findFullChromium());
}

/** A Chromium with all that a browser has, notifications for one; where there is none, the one to test with. */
export async function findFullChromium() {
  const { chromium } = await import('playwright');
  const candidates = [
    chromium.executablePath(),
    ...inPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    process.env.CHROMIUM_PATH,
    ...inPath('chromium-headless-shell'),
  ];
  return candidates.find((path) => path && existsSync(path));
}

function inPath(...names) {
  return names.flatMap((name) =>
    (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)),
  );
}

/** Finds a Chromium, or gets one: with Playwright's installer, or from Debian's packages when that is allowed. */
export async function ensureChromium() {
  const found = await findChromium();
  if (found) return found;
  logStep("Getting Chromium with Playwright's installer");
  if (
    !run('npx', ['playwright', 'install', 'chromium']) &&
    process.getuid?.() === 0 &&
    existsSync('/usr/bin/apt-get')
  ) {
    logStep("Getting Chromium from Debian's packages");
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', 'chromium-headless-shell', 'fonts-liberation']);
  }
  const got = await findChromium();
  if (got) return got;
  logStep('No Chromium was found, and none could be got. Install one, or name it in CHROMIUM_PATH.');
  process.exit(1);
}

/** An nginx to test the deployment with: NGINX_PATH, or one this machine has; undefined when there is none. */
export function findNginx() {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  const candidates = [process.env.NGINX_PATH, ...folders.map((folder) => join(folder, 'nginx'))];
  return candidates.find((path) => path && existsSync(path));
}

/** Finds an nginx, or gets one from Debian's packages when that is allowed. Without one, its tests say how. */
export function ensureNginx() {
  if (findNginx() || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  logStep("Getting nginx from Debian's packages");
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', 'nginx-light', 'libnginx-mod-http-brotli-static']);
}
