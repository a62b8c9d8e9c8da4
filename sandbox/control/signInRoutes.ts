import { Hono } from 'hono';
import type { TokenFilter } from '../auth/authControl.ts';
import type { NextSignInFaults } from '../auth/state/authSettings.ts';
import type { IssueTokenRequest } from './issueToken.ts';
import { BadRequestError, optionalNumber, readJsonObject, rejectUnknownFields } from './requestBody.ts';
import type { SandboxControl } from './sandboxControl.ts';

const SIGN_IN_FAULT_FIELDS = [
  'omitTransferToken',
  'transferTokenFirst',
  'idToken',
  'tokenEndpoint',
] satisfies (keyof NextSignInFaults)[];

/** Routes for tokens, sessions and sign-ins. */
export function signInRoutes(control: SandboxControl): Hono {
  const app = new Hono();

  app.post('/tokens', async (c) => {
    const body = await readJsonObject(c);
    rejectUnknownFields(body, [
      'persona',
      'resourceServer',
      'scope',
      'lifetimeSeconds',
      'mfa',
      'identityIndexes',
      'signedInMinutesAgo',
    ] satisfies (keyof IssueTokenRequest)[]);
    const { token, expiresAt, resourceServer, scope } = control.issueToken(body as IssueTokenRequest);
    return c.json({ token, resourceServer, scope, expires: new Date(expiresAt).toISOString() }, 201);
  });

  app.get('/tokens/valid', (c) =>
    c.json(
      control.auth
        .validTokens()
        .map(({ kind, resourceServer, identityId }) => ({ kind, resourceServer, identityId })),
    ),
  );

  app.post('/tokens/expire', async (c) => {
    const body = await readJsonObject(c);
    rejectUnknownFields(body, ['resourceServer', 'identityId']);
    return c.json({ expired: control.auth.expireTokens(body as TokenFilter) });
  });

  app.post('/tokens/revoke', async (c) => {
    const body = await readJsonObject(c);
    rejectUnknownFields(body, ['resourceServer', 'identityId', 'keepRefreshTokens']);
    return c.json({ revoked: control.auth.revokeTokens(body as TokenFilter) });
  });

  app.post('/tokens/lifetime', async (c) => {
    const seconds = optionalNumber(await readJsonObject(c), 'seconds', 1);
    if (seconds === undefined) throw new BadRequestError('seconds is required.');
    control.auth.setAccessTokenLifetimeSeconds(seconds);
    return c.json({ seconds });
  });

  app.post('/sessions/end', (c) => c.json({ ended: control.auth.endSessions() }));

  app.post('/auth/forget-consents', (c) => {
    control.auth.clearConsents();
    return c.json({ done: true });
  });

  app.post('/auth/next-sign-in', async (c) => {
    const body = await readJsonObject(c);
    rejectUnknownFields(body, SIGN_IN_FAULT_FIELDS);
    control.auth.setNextSignInFaults(body as NextSignInFaults);
    return c.json({ done: true });
  });

  app.post('/auth/authorize-unavailable', async (c) => {
    const { unavailable = true } = await readJsonObject(c);
    control.auth.setAuthorizeUnavailable(unavailable === true);
    return c.json({ unavailable: unavailable === true });
  });

  app.post('/auth/sparse-token-responses', async (c) => {
    const { sparse = true } = await readJsonObject(c);
    control.auth.setSparseTokenResponses(sparse === true);
    return c.json({ sparse: sparse === true });
  });

  app.post('/auth/extra-jwk', async (c) => {
    const { published = true } = await readJsonObject(c);
    control.auth.setExtraJwkPublished(published === true);
    return c.json({ published: published === true });
  });

  app.post('/auth/reset', (c) => {
    control.auth.reset();
    return c.json({ done: true });
  });
  return app;
}
