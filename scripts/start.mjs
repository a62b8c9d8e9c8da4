// npm start: the app, with a sandbox in place of Globus.
import { startDashboard } from './dashboard.mjs';
import { ensureInstalled, logStep } from './prerequisites.mjs';

ensureInstalled();
logStep('Starting the sandbox and the app');
const { address, sandbox, close } = await startDashboard();

console.log(`
  Dashboard  ${address}
  Sandbox    ${sandbox.control}  (a stand-in for Globus; see sandbox/README.md)

  Press Ctrl C to stop.
`);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await close();
    process.exit(0);
  });
}
