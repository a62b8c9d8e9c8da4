import { defineConfig } from '@playwright/test';
import { findChromium, findFullChromium } from './scripts/prerequisites.mjs';

/** Specs of what the headless shell has not: notifications. */
const FULL_BROWSER = /fleetNotifications\.spec\.ts/;
const args = ['--disable-quic', '--disable-background-networking', '--disable-component-update'];
const launchWith = (executablePath: string | undefined) => ({
  launchOptions: { ...(executablePath ? { executablePath } : {}), args },
});

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // Wide, so that a busy machine is no failure; nothing waits longer than it has to.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: '.cache/e2e.json' }]],
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // Traces cost a fifth of the time: `npm run e2e -- --trace retain-on-failure` makes them when they are wanted.
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'pages', testIgnore: FULL_BROWSER, use: launchWith(await findChromium()) },
    { name: 'whole browser', testMatch: FULL_BROWSER, use: launchWith(await findFullChromium()) },
  ],
});
