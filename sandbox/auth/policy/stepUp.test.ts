import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  codeFromUrl,
  JONAS_ID,
  MIRA_AT_HPC_ID,
  MIRA_ID,
  TestAuthServer,
  TRANSFER_RESOURCE_SERVER,
  tokenFor,
} from '../testAuthServer.ts';
import type { NavigationResult } from '../testBrowser.ts';
import { TestBrowser } from '../testBrowser.ts';

let auth: TestAuthServer;
beforeAll(async () => {
  auth = await TestAuthServer.start();
});
afterAll(() => auth.stop());

/** Returns the identities that the page offers. */
const offered = (page: NavigationResult) =>
  [...page.body.matchAll(/name="identity" value="([^"]+)"/g)].map(([, id]) => id);

async function signedIn() {
  const browser = new TestBrowser();
  const tokenResponse = await auth.signIn({}, { browser });
  const open = (more: Record<string, string>) =>
    browser.open(auth.authorizeRequest({ prompt: 'login', ...more }).url);
  const { access_token: token } = tokenFor(tokenResponse, TRANSFER_RESOURCE_SERVER);
  const authentications = () => auth.tokens.find(token, TRANSFER_RESOURCE_SERVER)?.authentications() ?? [];
  return { browser, authentications, open };
}

describe('without prompt=login', () => {
  test.each([
    { session_required_single_domain: 'hpc.example' },
    { session_required_identities: MIRA_AT_HPC_ID },
    { session_required_policies: 'p1' },
    { session_required_mfa: 'true' },
    { session_required_mfa: 'true', prompt: 'none' },
  ])('the browser’s session answers %j at once, with the same authentication', async (demand) => {
    const { browser, authentications } = await signedIn();
    const [first] = authentications();
    auth.clock.advance(60_000);
    const { url, verifier } = auth.authorizeRequest(demand as Record<string, string>);
    const end = await browser.open(url);
    const { id_token: idToken = '' } = await (await auth.exchangeCode(codeFromUrl(end.url), verifier)).json();
    expect(decodeJwt(idToken).last_authentication).toBe(Math.floor((first?.authenticatedAt ?? 0) / 1000));
    expect(authentications()).toEqual([first]);
  });

  test('a browser without a session gets the page, with what is required', async () => {
    const demand = { session_required_single_domain: 'hpc.example' };
    const page = await new TestBrowser().open(auth.authorizeRequest(demand).url);
    expect(offered(page)).toEqual([MIRA_AT_HPC_ID, JONAS_ID]);
  });
});

describe('step-up', () => {
  test('by domain offers only that domain, and older tokens see the new sign-in', async () => {
    const { browser, authentications, open } = await signedIn();
    const demand = { session_required_single_domain: 'hpc.example', session_message: '<i>Hello</i>' };
    const page = await open(demand);
    expect(page.body).toContain('&lt;i&gt;Hello&lt;/i&gt;');
    expect(page.body).toContain('an identity from hpc.example');
    expect(offered(page)).toEqual([MIRA_AT_HPC_ID, JONAS_ID]);
    expect((await browser.submit(page, { identity: MIRA_ID })).status).toBe(400);
    expect(codeFromUrl((await browser.submit(page, { identity: MIRA_AT_HPC_ID })).url)).toBeTruthy();
    expect(authentications().map(({ identityId }) => identityId)).toEqual([MIRA_ID, MIRA_AT_HPC_ID]);
    expect((await open(demand)).hasForm).toBe(true);
  });

  test('by identity shows the page until each identity has signed in', async () => {
    const browser = new TestBrowser();
    const page = await browser.open(
      auth.authorizeRequest({ session_required_identities: `${MIRA_ID},mokafor@hpc.example` }).url,
    );
    expect(offered(page)).toEqual([MIRA_ID, MIRA_AT_HPC_ID]);
    const next = await browser.submit(page, { identity: MIRA_ID });
    expect(offered(next)).toEqual([MIRA_ID, MIRA_AT_HPC_ID]);
    expect(codeFromUrl((await browser.submit(next, { identity: MIRA_AT_HPC_ID })).url)).toBeTruthy();
  });

  test('by MFA counts only sign-ins with MFA', async () => {
    const { browser, authentications, open } = await signedIn();
    const page = await open({ session_required_mfa: 'true' });
    expect(page.body).toMatch(/name="mfa"\s+required/);
    const refused = await browser.submit(page, { identity: MIRA_ID });
    expect(refused.status).toBe(400);
    expect(codeFromUrl((await browser.submit(page, { identity: MIRA_ID, mfa: 'on' })).url)).toBeTruthy();
    expect(authentications().map(({ mfa }) => mfa)).toEqual([false, true]);
  });

  test('by policy is met by a new sign-in, each time', async () => {
    const { browser, open } = await signedIn();
    const page = await open({ session_required_policies: 'p1,p2' });
    expect(page.body).toContain('a new sign-in');
    expect(codeFromUrl((await browser.submit(page, { identity: MIRA_ID })).url)).toBeTruthy();
    expect((await open({ session_required_policies: 'p1' })).hasForm).toBe(true);
  });
});
