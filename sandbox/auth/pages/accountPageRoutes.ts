import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { deleteCookie } from 'hono/cookie';
import type { Provider } from 'oidc-provider';
import { PATHS } from '../paths.ts';
import { pageHeaders } from './pageHeaders.ts';
import { authCodePage, STYLESHEET, signedOutPage } from './pages.ts';

/** Returns the query parameters that are present. */
function definedOnly<Name extends string>(
  values: Record<Name, string | undefined>,
): Partial<Record<Name, string>> {
  const entries = Object.entries<string | undefined>(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<Record<Name, string>>;
}

/** Returns the routes of the sign-out page, the page that shows a code, and the stylesheet. */
export function accountPageRoutes(provider: Provider): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  const sessionCookie = provider.cookieName('session');

  app.get(PATHS.logout, async (c) => {
    const session = await provider.Session.get(provider.createContext(c.env.incoming, c.env.outgoing));
    if (session.accountId !== undefined) await session.destroy();
    for (const name of [sessionCookie, `${sessionCookie}.sig`]) deleteCookie(c, name, { path: '/' });
    const { redirect_uri: returnTo, redirect_name: returnName } = c.req.query();
    return c.html(signedOutPage(definedOnly({ returnTo, returnName })), 200, pageHeaders());
  });

  app.get(PATHS.authCode, (c) => {
    const { code, error } = c.req.query();
    return c.html(authCodePage(definedOnly({ code, error })), 200, pageHeaders());
  });

  app.get(PATHS.stylesheet, (c) => c.body(STYLESHEET, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  return app;
}
