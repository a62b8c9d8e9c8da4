// Runs before every unit test file (vite.config.ts, setupFiles), as boot does before anything is stored.
import { setNamespace } from './namespace.ts';

setNamespace({ basePath: '/', clientId: 'client' });
