import react from '@vitejs/plugin-react';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import packageJson from './package.json' with { type: 'json' };
import { codeSplitting } from './vite-plugins/codeSplitting.ts';
import { compileHint } from './vite-plugins/compileHint.ts';
import { hostingFiles } from './vite-plugins/hostingFiles.ts';
import { precompressedFiles } from './vite-plugins/precompressedFiles.ts';

export default defineConfig({
  // Relative, so that one build works below any path. index.html finds the path.
  base: './',
  plugins: [react(), compileHint(), hostingFiles(), precompressedFiles()],
  define: { __APP_VERSION__: JSON.stringify(packageJson.version) },
  build: {
    // Browsers that support light-dark(). For older ones the bundler would replace every color by variables.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    license: { fileName: 'licenses.md' },
    manifest: true,
    modulePreload: { polyfill: false },
    sourcemap: true,
    // Compressing is slow on purpose, so its warning is off.
    rolldownOptions: { checks: { pluginTimings: false }, output: { codeSplitting: codeSplitting } },
  },
  // In a folder of their own: unlike other files, a worker obeys the headers of its own response (vite-plugins/hostingFiles.ts).
  worker: { rolldownOptions: { output: { entryFileNames: 'workers/[name]-[hash].js' } } },
  test: {
    // Property tests are slow on a busy machine.
    testTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          setupFiles: ['src/browser/namespaceForTests.ts'],
          include: [
            'src/**/*.test.ts',
            'sandbox/**/*.test.ts',
            'scripts/**/*.test.ts',
            'examples/**/*.test.ts',
            'vite-plugins/**/*.test.ts',
          ],
        },
      },
      ...(process.env.VITEST ? [await componentTests()] : []),
    ],
    reporters: ['default', ['json', { outputFile: '.cache/unit.json' }]],
  },
});

/** Tests of components (*.test.tsx) run in a real browser; it is loaded only when tests run, not for a build. */
async function componentTests(): Promise<TestProjectConfiguration> {
  const { playwright } = await import('@vitest/browser-playwright');
  const { findChromium } = await import('./scripts/prerequisites.mjs');
  const executablePath = await findChromium();
  return {
    extends: true,
    // Named here, because a package found during the tests would reload the page under them.
    optimizeDeps: {
      include: [
        '@tanstack/react-query',
        '@tanstack/react-virtual',
        'react',
        'react/jsx-dev-runtime',
        'react-dom',
        'react-dom/client',
        'react-router',
        'recharts',
        'valibot',
      ],
    },
    test: {
      name: 'browser',
      setupFiles: ['src/browser/namespaceForTests.ts', 'src/ui/componentSetupForTests.ts'],
      include: ['src/**/*.test.tsx'],
      // One file after another: the focus is in one page at a time.
      fileParallelism: false,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({
          launchOptions: {
            ...(executablePath ? { executablePath } : {}),
            // Chromium's sandbox refuses to run as root, which containers usually are.
            ...(process.getuid?.() === 0 ? { args: ['--no-sandbox'] } : {}),
          },
          contextOptions: { locale: 'en-GB', timezoneId: 'Europe/Berlin' },
        }),
        instances: [{ browser: 'chromium' }],
        viewport: { width: 1280, height: 800 },
      },
    },
  };
}
