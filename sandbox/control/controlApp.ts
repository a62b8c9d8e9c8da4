import { Hono } from 'hono';
import type { SandboxDescription } from '../options.ts';
import { refuseForeignCalls } from './foreignCalls.ts';
import { BadRequestError } from './requestBody.ts';
import type { SandboxControl } from './sandboxControl.ts';
import { serviceRoutes } from './serviceRoutes.ts';
import { signInRoutes } from './signInRoutes.ts';
import { siteRoutes } from './siteRoutes.ts';
import { worldRoutes } from './worldRoutes.ts';

/** Returns the control API: JSON in and out, with one endpoint for each function of `SandboxControl`. */
export function controlApp(control: SandboxControl, description: SandboxDescription): Hono {
  const app = new Hono();
  app.use(refuseForeignCalls());
  app.get('/', (c) => c.json(description));
  app.route('/', worldRoutes(control));
  app.route('/', siteRoutes(control));
  app.route('/', serviceRoutes(control));
  app.route('/', signInRoutes(control));
  app.notFound((c) =>
    c.json(
      { error: `The control API has no ${c.req.method} ${c.req.path}. See sandbox/control/README.md.` },
      404,
    ),
  );
  app.onError((error, c) => {
    if (error instanceof BadRequestError) return c.json({ error: error.message }, 400);
    // A RangeError names what doesn't exist, such as a tunnel with this ID.
    if (error instanceof RangeError) return c.json({ error: error.message }, 404);
    return c.json({ error: error.stack ?? String(error) }, 500);
  });
  return app;
}
