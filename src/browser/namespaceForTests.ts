// Runs before every test file (vite.config.ts, setupFiles), because storage needs a namespace.
import { setNamespace } from './namespace.ts';

setNamespace({ basePath: '/', clientId: 'client' });
