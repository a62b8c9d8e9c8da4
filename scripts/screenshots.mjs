// npm run screenshots: pictures of every page for the README, into docs/screenshots; with a folder as the argument,
// every page in light and dark, wide and narrow, into that folder. From the production build and a sandbox.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium, ensureInstalled, projectFolder, say } from './setUp.mjs';

ensureInstalled();
const executablePath = await ensureChromium();
const { register } = await import('tsx/esm/api');
register();
const { chromium } = await import('playwright');
const { build } = await import('vite');
const { startSandbox } = await import('../sandbox/startSandbox.ts');
const { startAppServer } = await import('../e2e/fixtures/appServer.ts');

const everyLook = process.argv[2] !== undefined;
const folder = process.argv[2] ?? join(projectFolder, 'docs/screenshots');
mkdirSync(folder, { recursive: true });
say('Building the app');
await build({ root: projectFolder, logLevel: 'warn' });

const sandbox = await startSandbox({ pace: 10, seed: 'screenshots' });
const app = await startAppServer({
  clientId: sandbox.client.id,
  authUrl: sandbox.auth,
  transferUrl: sandbox.transfer,
});
const browser = await chromium.launch({ executablePath });

const LOOKS = [
  { name: 'wide-light', width: 1280, height: 800, colorScheme: 'light' },
  { name: 'wide-dark', width: 1280, height: 800, colorScheme: 'dark' },
  { name: 'narrow-light', width: 375, height: 812, colorScheme: 'light' },
  { name: 'narrow-dark', width: 375, height: 812, colorScheme: 'dark' },
];

/** A page by its name, and how one gets there. */
const PAGES = {
  tunnels: (page) => page.goto(`${app.url}tunnels`),
  'access-points': (page) => page.goto(`${app.url}access-points`),
  'access-point': async (page) => {
    await page.goto(`${app.url}access-points`);
    await page.getByRole('main').getByRole('link').first().click();
  },
  'new-tunnel': (page) => page.goto(`${app.url}tunnels/new`),
  tunnel: async (page) => {
    await page.goto(`${app.url}tunnels?state=ACTIVE`);
    await page.getByRole('table').getByRole('link').first().click();
  },
  'tunnel-waiting': async (page) => {
    await page.goto(`${app.url}tunnels?state=AWAITING_LISTENER`);
    await page.getByRole('table').getByRole('link').first().click();
  },
  'tunnel-events': async (page) => {
    await PAGES.tunnel(page);
    await page.getByRole('link', { name: 'Events' }).click();
  },
};

for (const { name, width, height, colorScheme } of everyLook ? LOOKS : LOOKS.slice(0, 1)) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, locale: 'en-GB' });
  const page = await context.newPage();
  const shoot = async (what) => {
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: join(folder, `${what}-${name}.png`) });
  };
  await page.goto(app.url);
  await page.getByRole('button', { name: 'Sign in with Globus' }).and(page.locator(':enabled')).waitFor();
  await shoot('sign-in');
  await page.getByRole('button', { name: 'Sign in with Globus' }).click();
  await page.getByRole('button', { name: 'Mira Okafor, mira@harbor.example' }).click();
  await page.getByRole('heading', { name: 'Tunnels', level: 1 }).waitFor();
  for (const [what, open] of Object.entries(PAGES)) {
    await open(page);
    await shoot(what);
  }
  await context.close();
  say(`${name}: ${Object.keys(PAGES).length + 1} pictures`);
}

await browser.close();
await app.close();
await sandbox.close();
