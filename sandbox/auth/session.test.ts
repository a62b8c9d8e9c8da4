import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PATHS } from './paths.ts';
import {
  codeFromUrl,
  DEFAULT_SCOPES,
  ENDPOINT_ID,
  JONAS_ID,
  MIRA_AT_HPC_ID,
  MIRA_ID,
  REDIRECT_URI,
  TestAuthServer,
  TRANSFER_RESOURCE_SERVER,
  tokenFor,
} from './testAuthServer.ts';
import { TestBrowser } from './testBrowser.ts';

let auth: TestAuthServer;
beforeAll(async () => {
  auth = await TestAuthServer.start();
});
afterAll(() => auth.stop());

const errorIn = (url: string) => new URL(url).searchParams.get('error');

async function signedIn(as = MIRA_ID) {
  const browser = new TestBrowser();
  const tokenResponse = await auth.signIn({}, { browser, as });
  const authentications = auth.tokens.find(
    tokenFor(tokenResponse, TRANSFER_RESOURCE_SERVER).access_token,
    TRANSFER_RESOURCE_SERVER,
  )?.authentications;
  if (!authentications) throw new Error('no token');
  return { browser, tokenResponse, authentications };
}

describe('a session', () => {
  test('needs no page for the next sign-in', async () => {
    const { browser } = await signedIn();
    const end = await browser.open(auth.authorizeRequest().url);
    expect(codeFromUrl(end.url)).toBeTruthy();
  });

  test('is required by prompt=none', async () => {
    const end = await new TestBrowser().open(auth.authorizeRequest({ prompt: 'none' }).url);
    expect(errorIn(end.url)).toBe('login_required');
    const { browser } = await signedIn();
    expect(codeFromUrl((await browser.open(auth.authorizeRequest({ prompt: 'none' }).url)).url)).toBeTruthy();
  });

  test('shows the page all the same with prompt=login', async () => {
    const { browser } = await signedIn();
    const page = await browser.open(auth.authorizeRequest({ prompt: 'login' }).url);
    expect(page.body).toContain('Choose a test user');
    const end = await browser.submit(page, { identity: MIRA_ID });
    expect(codeFromUrl(end.url)).toBeTruthy();
  });

  test('uses the simulated clock for max_age', async () => {
    const { browser } = await signedIn();
    expect((await browser.open(auth.authorizeRequest({ max_age: '3600' }).url)).hasForm).toBe(false);
    auth.clock.advance(2 * 3_600_000);
    expect((await browser.open(auth.authorizeRequest({ max_age: '3600' }).url)).hasForm).toBe(true);
  });

  test('belongs to the same person whichever linked identity signs in', async () => {
    const { tokenResponse, authentications } = await signedIn(MIRA_AT_HPC_ID);
    expect(decodeJwt(tokenResponse.id_token ?? '').sub).toBe(MIRA_ID);
    expect(authentications()).toEqual([
      { identityId: MIRA_AT_HPC_ID, authenticatedAt: expect.any(Number), mfa: false },
    ]);
  });

  test('is replaced by the session of another person, and older tokens keep their authentications', async () => {
    const { browser, authentications } = await signedIn();
    const tokenResponse = await auth.signIn({ prompt: 'login' }, { browser, as: JONAS_ID });
    expect(decodeJwt(tokenResponse.id_token ?? '').sub).toBe(JONAS_ID);
    expect(authentications().map(({ identityId }) => identityId)).toEqual([MIRA_ID]);
    expect(codeFromUrl((await browser.open(auth.authorizeRequest().url)).url)).toBeTruthy();
  });

  test('is replaced from a step-up page too, and from a page that was opened before the session began', async () => {
    const { browser } = await signedIn();
    const stepUp = await browser.open(
      auth.authorizeRequest({ session_required_single_domain: 'hpc.example', prompt: 'login' }).url,
    );
    expect(codeFromUrl((await browser.submit(stepUp, { identity: JONAS_ID })).url)).toBeTruthy();

    const otherBrowser = new TestBrowser();
    const pageBefore = await otherBrowser.open(auth.authorizeRequest().url);
    await auth.signIn({}, { browser: otherBrowser, as: MIRA_ID });
    expect(codeFromUrl((await otherBrowser.submit(pageBefore, { identity: JONAS_ID })).url)).toBeTruthy();
    expect(decodeJwt((await auth.signIn({}, { browser: otherBrowser })).id_token ?? '').sub).toBe(JONAS_ID);
  });

  test('ends at the sign-out page, which links only to web addresses and escapes them', async () => {
    const { browser } = await signedIn();
    const query = new URLSearchParams({
      redirect_uri: 'https://harbor.example/?a=1&b="',
      redirect_name: '<b>App</b>',
    });
    const page = await browser.open(`${auth.issuer}${PATHS.logout}?${query}`);
    expect(page.body).toContain('href="https://harbor.example/?a=1&amp;b=&quot;"');
    expect(page.body).toContain('Return to &lt;b&gt;App&lt;/b&gt;');
    expect((await browser.open(auth.authorizeRequest().url)).hasForm).toBe(true);
    const evil = new URLSearchParams({ redirect_uri: 'javascript:alert(1)' });
    expect((await browser.open(`${auth.issuer}${PATHS.logout}?${evil}`)).body).not.toContain('<a ');
  });

  test('is separate for each server of the same process and host', async () => {
    const other = await TestAuthServer.start();
    const { browser } = await signedIn();
    const page = await browser.open(other.authorizeRequest().url);
    expect(page.hasForm).toBe(true);
    await browser.submit(page, { identity: JONAS_ID });
    const [mine, others] = await Promise.all([auth.signIn({}, { browser }), other.signIn({}, { browser })]);
    expect(decodeJwt(mine.id_token ?? '').sub).toBe(MIRA_ID);
    expect(decodeJwt(others.id_token ?? '').sub).toBe(JONAS_ID);
    await other.stop();
  });
});

describe('denied sign-ins and invalid pages', () => {
  test('Deny redirects with access_denied', async () => {
    const browser = new TestBrowser();
    const end = await browser.submit(await browser.open(auth.authorizeRequest().url), { action: 'deny' });
    expect(end.url.startsWith(REDIRECT_URI)).toBe(true);
    expect(errorIn(end.url)).toBe('access_denied');
  });

  test('a page that was used before shows an error', async () => {
    const browser = new TestBrowser();
    const page = await browser.open(auth.authorizeRequest().url);
    await browser.submit(page, { identity: MIRA_ID });
    expect((await browser.submit(page, { identity: MIRA_ID })).status).toBe(400);
    expect((await new TestBrowser().open(page.url)).status).toBe(400);
  });

  test('an unknown identity shows an error on the page', async () => {
    const browser = new TestBrowser();
    const page = await browser.submit(await browser.open(auth.authorizeRequest().url), {
      identity: 'unknown',
    });
    expect(page.status).toBe(400);
    expect(page.body).toContain('Choose a test user.');
  });

  test('pages have no script, send no referrer and cannot be framed', async () => {
    const page = await new TestBrowser().open(auth.authorizeRequest().url);
    expect(page.body).not.toContain('<script');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self' http://localhost:5173");
  });
});

describe('consent', () => {
  const manage = `urn:globus:auth:scope:${ENDPOINT_ID}:manage_collections`;

  test('is requested once for new scopes, with Allow and Deny', async () => {
    const { browser } = await signedIn();
    const request = auth.authorizeRequest({ scope: `${DEFAULT_SCOPES} ${manage}` });
    const silent = await browser.open(
      auth.authorizeRequest({ scope: `${DEFAULT_SCOPES} ${manage}`, prompt: 'none' }).url,
    );
    expect(errorIn(silent.url)).toBe('consent_required');
    const page = await browser.open(request.url);
    expect(page.body).toContain(`Manage endpoint ${ENDPOINT_ID}`);
    expect(page.body).not.toContain('See your email address');
    expect(errorIn((await browser.submit(page, { action: 'deny' })).url)).toBe('access_denied');

    const again = await browser.open(request.url);
    expect(codeFromUrl((await browser.submit(again, { action: 'allow' })).url)).toBeTruthy();
    expect(codeFromUrl((await browser.open(request.url)).url)).toBeTruthy();
  });

  test('is requested again with prompt=consent, and after consents are cleared', async () => {
    const { browser } = await signedIn();
    const page = await browser.open(auth.authorizeRequest({ prompt: 'consent' }).url);
    expect(page.body).toContain('Allow access');
    expect(codeFromUrl((await browser.submit(page, { action: 'allow' })).url)).toBeTruthy();
    auth.control.clearConsents();
    expect((await browser.open(auth.authorizeRequest().url)).body).toContain('See your email address');
  });
});
