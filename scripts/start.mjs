// npm start: the app, with a sandbox in place of Globus.
import { ensureInstalled, logStep, projectFolder } from './prerequisites.mjs';

ensureInstalled();
logStep('Starting the sandbox and the app');

const { register } = await import('tsx/esm/api');
register();
const { startSandbox } = await import('../sandbox/startSandbox.ts');
const { createServer } = await import('vite');

const sandbox = await startSandbox({ port: 8400 }).catch(() => startSandbox());

/** What a site writes into config.json, here for the sandbox. */
const config = {
  clientId: sandbox.client.id,
  authUrl: sandbox.auth,
  transferUrl: sandbox.transfer,
  gcsManagerUrls: [sandbox.gcs],
};

const app = await createServer({
  root: projectFolder,
  plugins: [
    {
      name: 'config-for-the-sandbox',
      configureServer({ middlewares }) {
        middlewares.use('/config.json', (_request, response) => {
          response.setHeader('Content-Type', 'application/json');
          response.end(JSON.stringify(config));
        });
      },
    },
  ],
});
await app.listen();

const address = app.resolvedUrls?.local[0] ?? 'the address above';
console.log(`
  Dashboard  ${address}
  Sandbox    ${sandbox.control}  (a stand-in for Globus; see sandbox/README.md)

  Press Ctrl C to stop.
`);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await Promise.all([app.close(), sandbox.close()]);
    process.exit(0);
  });
}
