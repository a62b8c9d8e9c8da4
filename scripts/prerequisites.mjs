// Gets what a fresh clone lacks, for whichever command needs it first. It uses no packages, because none may be
// installed yet.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectFolder = fileURLToPath(new URL('..', import.meta.url));

/**
 * Prints one line on stderr, so that it doesn't mix with a command's own output.
 *
 * @param {string} line
 */
export function logStep(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * @param {string} command
 * @param {string[]} args
 * @returns {boolean} whether the command succeeded
 */
function run(command, args) {
  const result = spawnSync(command, args, {
    cwd: projectFolder,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  return result.status === 0;
}

/** Installs the dependencies of the lock file when they are missing or older than it. */
export function ensureInstalled() {
  const installed = join(projectFolder, 'node_modules/.package-lock.json');
  const lockFile = join(projectFolder, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lockFile).mtimeMs) return;
  logStep('Installing dependencies (npm ci)');
  if (!run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])) {
    logStep('npm ci failed. See its message above.');
    process.exit(1);
  }
}

/**
 * Finds a Chromium to test with: CHROMIUM_PATH, the headless shell (the same engine without a window, and twice as fast
 * to start), Playwright's own, or one that is installed.
 *
 * @returns {Promise<string | undefined>} the path
 */
export async function findChromium() {
  const candidates = [process.env.CHROMIUM_PATH, ...inPath('chromium-headless-shell')];
  return candidates.find((path) => path && existsSync(path)) ?? (await findFullChromium());
}

/**
 * Finds a Chromium with everything a browser has, such as notifications. Falls back to the one to test with.
 *
 * @returns {Promise<string | undefined>} the path
 */
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

/** @param {string[]} names */
function inPath(...names) {
  return names.flatMap((name) =>
    (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)),
  );
}

/** Whether this process may install Debian packages. */
const canInstallDebianPackages = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/**
 * Finds a Chromium or gets one, with Playwright's installer or, where this process may install them, from Debian's
 * packages. Exits when it can't.
 *
 * @returns {Promise<string>} the path
 */
export async function ensureChromium() {
  const found = await findChromium();
  if (found) return found;
  logStep("Getting Chromium with Playwright's installer");
  if (!run('npx', ['playwright', 'install', 'chromium']) && canInstallDebianPackages()) {
    logStep("Getting Chromium from Debian's packages");
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', 'chromium-headless-shell', 'fonts-liberation']);
  }
  const installed = await findChromium();
  if (installed) return installed;
  logStep("Couldn't find or install Chromium. Install it, or set CHROMIUM_PATH to its path.");
  process.exit(1);
}

/**
 * Finds an nginx to test the deployment with: NGINX_PATH, or one that is installed.
 *
 * @returns {string | undefined} the path
 */
export function findNginx() {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  const candidates = [process.env.NGINX_PATH, ...folders.map((folder) => join(folder, 'nginx'))];
  return candidates.find((path) => path && existsSync(path));
}

/** Gets nginx from Debian's packages when it is missing and this process may install it. Its tests explain if not. */
export function ensureNginx() {
  if (findNginx() || !canInstallDebianPackages()) return;
  logStep("Getting nginx from Debian's packages");
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', 'nginx-light', 'libnginx-mod-http-brotli-static']);
}
