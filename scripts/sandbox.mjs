// npm run sandbox: a stand-in for Globus on this machine, without the app.
import { ensureInstalled } from './prerequisites.mjs';

ensureInstalled();

const { register } = await import('tsx/esm/api');
register();
await import('../sandbox/main.ts');
