import { Hono } from 'hono';
import type { SandboxDescription } from '../options.ts';
import { BadRequestError } from './requestBody.ts';
import type { SandboxControl } from './sandboxControl.ts';
import { serviceRoutes } from './serviceRoutes.ts';
import { signInRoutes } from './signInRoutes.ts';
import { worldRoutes } from './worldRoutes.ts';

/** The control endpoints: JSON in, JSON out, each calling one function of `SandboxControl`. */
export function controlApp(control: SandboxControl, description: SandboxDescription): Hono {
  const app = new Hono();
  app.get('/', (c) => c.json(description));
  app.route('/', worldRoutes(control));
  app.route('/', serviceRoutes(control));
  app.route('/', signInRoutes(control));
  app.notFound((c) =>
    c.json({ error: `Control knows no ${c.req.method} ${c.req.path}; see sandbox/README.md.` }, 404),
  );
  app.onError((error, c) => {
    if (error instanceof BadRequestError) return c.json({ error: error.message }, 400);
    // Commands name what they cannot find, such as a tunnel of this id.
    if (error instanceof RangeError) return c.json({ error: error.message }, 404);
    return c.json({ error: error.stack ?? String(error) }, 500);
  });
  return app;
}
