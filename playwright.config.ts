import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/setUp.mjs';

const executablePath = await findChromium();

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
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: ['--disable-quic', '--disable-background-networking', '--disable-component-update'],
    },
  },
});
