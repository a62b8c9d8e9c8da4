// npm run screenshots: takes the pictures of the README into docs/screenshots. With a folder as argument it takes every
// page in every state (e2e/fixtures/screenshots/allScreenshots.ts), light and dark, wide and narrow, into that folder.
// Further arguments select pictures by parts of their names: `npm run screenshots -- FOLDER wall palette`. It uses the
// production build and a sandbox.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium, ensureInstalled, logStep, projectFolder } from './prerequisites.mjs';

ensureInstalled();
const executablePath = await ensureChromium();
const { register } = await import('tsx/esm/api');
register();
const { chromium } = await import('playwright');
const { build } = await import('vite');
const { startSandbox } = await import('../sandbox/startSandbox.ts');
const { startAppServer } = await import('../e2e/fixtures/appServer.ts');
const { resetSandbox, signedInScreenshots, signedOutScreenshots } = await import(
  '../e2e/fixtures/screenshots/allScreenshots.ts'
);
const { openAs } = await import('../e2e/fixtures/people.ts');
const { sandboxConfig } = await import('../e2e/fixtures/sandboxTest.ts');

/** @typedef {import('../e2e/fixtures/screenshots/screenshot.ts').Screenshot} Screenshot */

const IN_THE_README = [
  'sign-in',
  'tunnels',
  'access-points',
  'access-point',
  'new-tunnel-initiator',
  'new-tunnel-review',
  'tunnel-awaiting-listener',
  'tunnel-active',
  'tunnel-events',
];
const VARIANTS = [
  { variant: 'wide-light', width: 1280, height: 800, colorScheme: /** @type {const} */ ('light') },
  { variant: 'wide-dark', width: 1280, height: 800, colorScheme: /** @type {const} */ ('dark') },
  { variant: 'narrow-light', width: 375, height: 812, colorScheme: /** @type {const} */ ('light') },
  { variant: 'narrow-dark', width: 375, height: 812, colorScheme: /** @type {const} */ ('dark') },
];

const [chosenFolder, ...parts] = process.argv.slice(2);
const folder = chosenFolder ?? join(projectFolder, 'docs/screenshots');

/** @param {Screenshot} screenshot */
function isWanted({ name }) {
  if (!chosenFolder) return IN_THE_README.includes(name);
  return parts.length === 0 || parts.some((part) => name.includes(part));
}

mkdirSync(folder, { recursive: true });
logStep('Building the app');
await build({ root: projectFolder, logLevel: 'warn' });
const browser = await chromium.launch({ executablePath });

for (const { variant, width, height, colorScheme } of chosenFolder ? VARIANTS : VARIANTS.slice(0, 1)) {
  const sandbox = await startSandbox({ speed: 10, seed: 'screenshots' });
  const app = await startAppServer(sandboxConfig(sandbox));
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, locale: 'en-GB' });
  const page = await context.newPage();
  const stage = { page, url: app.url, sandbox };
  /** @param {Screenshot} screenshot */
  const take = async (screenshot) => {
    await screenshot.open(stage);
    await page.screenshot({ path: join(folder, `${screenshot.name}-${variant}.png`) });
    await resetSandbox(stage);
  };
  for (const screenshot of signedOutScreenshots.filter(isWanted)) await take(screenshot);
  await openAs(page, app.url);
  for (const screenshot of Object.values(signedInScreenshots).flat().filter(isWanted)) await take(screenshot);
  await context.close();
  await app.close();
  await sandbox.close();
  logStep(`${variant}: done`);
}

await browser.close();
