// Starts the app with a sandbox in place of Globus, for npm start and npm run example.
import { projectFolder } from './prerequisites.mjs';

/**
 * Starts the sandbox (on its usual ports if they are free) and the app.
 *
 * @returns {Promise<{ address: string, sandbox: import('../sandbox/startSandbox.ts').Sandbox,
 *   close: () => Promise<unknown> }>} the app's address, with a slash at its end
 */
export async function startDashboard() {
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
  const address = app.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('The app has no address.');
  return { address, sandbox, close: () => Promise.all([app.close(), sandbox.close()]) };
}
