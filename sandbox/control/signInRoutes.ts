import { Hono } from 'hono';
import type { NextSignInFaults, TokenFilter } from '../auth/authServer.ts';
import type { IssueTokenRequest } from './issueToken.ts';
import { BadRequestError, optionalNumber, readJsonObject, rejectUnknownFields } from './requestBody.ts';
import type { SandboxControl } from './sandboxControl.ts';

/** Orders about tokens, sessions and sign-ins. */
export function signInRoutes(control: SandboxControl): Hono {
  const app = new Hono();

  app.post('/tokens', async (c) => {
    const order = await readJsonObject(c);
    rejectUnknownFields(order, [
      'persona',
      'resourceServer',
      'scope',
      'lifetimeSeconds',
      'mfa',
      'signedInWith',
      'minutesAgo',
    ] satisfies (keyof IssueTokenRequest)[]);
    const { token, expiresAt, resourceServer, scope } = control.issueToken(order as IssueTokenRequest);
    return c.json({ token, resourceServer, scope, expires: new Date(expiresAt).toISOString() }, 201);
  });

  app.post('/tokens/expire', async (c) => {
    const order = await readJsonObject(c);
    rejectUnknownFields(order, ['resourceServer', 'identityId']);
    return c.json({ expired: control.auth.expireTokens(order as TokenFilter) });
  });

  app.post('/tokens/revoke', async (c) => {
    const order = await readJsonObject(c);
    rejectUnknownFields(order, ['resourceServer', 'identityId', 'keepRefreshTokens']);
    return c.json({ revoked: control.auth.revokeTokens(order as TokenFilter) });
  });

  app.post('/tokens/lifetime', async (c) => {
    const seconds = optionalNumber(await readJsonObject(c), 'seconds', 1);
    if (seconds === undefined) throw new BadRequestError('seconds must be given.');
    control.auth.setAccessTokenLifetimeSeconds(seconds);
    return c.json({ seconds });
  });

  app.post('/sessions/end', (c) => c.json({ ended: control.auth.endSessions() }));

  app.post('/auth/forget-consents', (c) => {
    control.auth.clearConsents();
    return c.json({ done: true });
  });

  app.post('/auth/next-sign-in', async (c) => {
    const order = await readJsonObject(c);
    rejectUnknownFields(order, ['omitTransferToken', 'transferTokenOnTop', 'idToken', 'tokenEndpoint']);
    control.auth.setNextSignInFaults(order as NextSignInFaults);
    return c.json({ done: true });
  });

  app.post('/auth/authorize-down', async (c) => {
    const { down = true } = await readJsonObject(c);
    control.auth.setAuthorizeUnavailable(down === true);
    return c.json({ down: down === true });
  });

  app.post('/auth/sparse-token-answers', async (c) => {
    const { sparse = true } = await readJsonObject(c);
    control.auth.setSparseTokenResponses(sparse === true);
    return c.json({ sparse: sparse === true });
  });

  app.post('/auth/another-key', async (c) => {
    const { listed = true } = await readJsonObject(c);
    control.auth.setExtraJwkPublished(listed === true);
    return c.json({ listed: listed === true });
  });

  app.post('/auth/reset', (c) => {
    control.auth.reset();
    return c.json({ done: true });
  });
  return app;
}
