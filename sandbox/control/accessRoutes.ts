import { Hono } from 'hono';
import type { NextSignIn, TokenFilter } from '../auth/authServer.ts';
import { BadOrder, numberIn, onlyFields, readOrder } from './orders.ts';
import type { SandboxControl } from './sandboxControl.ts';
import type { TokenOrder } from './tokenOrders.ts';

/** Orders about tokens, sessions and sign-ins. */
export function accessRoutes(control: SandboxControl): Hono {
  const app = new Hono();

  app.post('/tokens', async (c) => {
    const order = await readOrder(c);
    onlyFields(order, [
      'persona',
      'resourceServer',
      'scope',
      'lifetimeSeconds',
      'mfa',
      'signedInWith',
      'minutesAgo',
    ] satisfies (keyof TokenOrder)[]);
    const { token, expiresAt, resourceServer, scope } = control.issueToken(order as TokenOrder);
    return c.json({ token, resourceServer, scope, expires: new Date(expiresAt).toISOString() }, 201);
  });

  app.post('/tokens/expire', async (c) => {
    const order = await readOrder(c);
    onlyFields(order, ['resourceServer', 'identityId']);
    return c.json({ expired: control.auth.expireTokens(order as TokenFilter) });
  });

  app.post('/tokens/revoke', async (c) => {
    const order = await readOrder(c);
    onlyFields(order, ['resourceServer', 'identityId', 'keepRefreshTokens']);
    return c.json({ revoked: control.auth.revokeTokens(order as TokenFilter) });
  });

  app.post('/tokens/lifetime', async (c) => {
    const seconds = numberIn(await readOrder(c), 'seconds', 1);
    if (seconds === undefined) throw new BadOrder('seconds must be given.');
    control.auth.setAccessTokenLifetime(seconds);
    return c.json({ seconds });
  });

  app.post('/sessions/end', (c) => c.json({ ended: control.auth.endSessions() }));

  app.post('/auth/forget-consents', (c) => {
    control.auth.forgetConsents();
    return c.json({ done: true });
  });

  app.post('/auth/next-sign-in', async (c) => {
    const order = await readOrder(c);
    onlyFields(order, ['omitTransferToken', 'transferTokenOnTop', 'idToken', 'tokenEndpoint']);
    control.auth.nextSignIn(order as NextSignIn);
    return c.json({ done: true });
  });

  app.post('/auth/authorize-down', async (c) => {
    const { down = true } = await readOrder(c);
    control.auth.authorizeDown(down === true);
    return c.json({ down: down === true });
  });

  app.post('/auth/sparse-token-answers', async (c) => {
    const { sparse = true } = await readOrder(c);
    control.auth.sparseTokenAnswers(sparse === true);
    return c.json({ sparse: sparse === true });
  });

  app.post('/auth/another-key', async (c) => {
    const { listed = true } = await readOrder(c);
    control.auth.listAnotherKey(listed === true);
    return c.json({ listed: listed === true });
  });

  app.post('/auth/reset', (c) => {
    control.auth.reset();
    return c.json({ done: true });
  });
  return app;
}
