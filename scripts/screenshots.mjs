// npm run screenshots: the pictures of the README, into docs/screenshots; with a folder as the argument, every page
// in every state (e2e/fixtures/screenshots/allScreenshots.ts), light and dark, wide and narrow, into that folder; after the folder
// may stand what the pictures' names must contain: `npm run screenshots -- FOLDER wall palette`. From the production
// build and a sandbox.
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
const LOOKS = [
  { name: 'wide-light', width: 1280, height: 800, colorScheme: 'light' },
  { name: 'wide-dark', width: 1280, height: 800, colorScheme: 'dark' },
  { name: 'narrow-light', width: 375, height: 812, colorScheme: 'light' },
  { name: 'narrow-dark', width: 375, height: 812, colorScheme: 'dark' },
];

const [chosenFolder, ...parts] = process.argv.slice(2);
const folder = chosenFolder ?? join(projectFolder, 'docs/screenshots');
const isWanted = ({ name }) => {
  if (!chosenFolder) return IN_THE_README.includes(name);
  return parts.length === 0 || parts.some((part) => name.includes(part));
};
mkdirSync(folder, { recursive: true });
logStep('Building the app');
await build({ root: projectFolder, logLevel: 'warn' });
const browser = await chromium.launch({ executablePath });

for (const { name: look, width, height, colorScheme } of chosenFolder ? LOOKS : LOOKS.slice(0, 1)) {
  const sandbox = await startSandbox({ pace: 10, seed: 'screenshots' });
  const app = await startAppServer(sandboxConfig(sandbox));
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, locale: 'en-GB' });
  const page = await context.newPage();
  const stage = { page, url: app.url, sandbox };
  const shoot = async (picture) => {
    await picture.open(stage);
    await page.screenshot({ path: join(folder, `${picture.name}-${look}.png`) });
    await resetSandbox(stage);
  };
  for (const picture of signedOutScreenshots.filter(isWanted)) await shoot(picture);
  await openAs(page, app.url);
  for (const picture of Object.values(signedInScreenshots).flat().filter(isWanted)) await shoot(picture);
  await context.close();
  await app.close();
  await sandbox.close();
  logStep(`${look}: done`);
}

await browser.close();
