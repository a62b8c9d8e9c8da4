import type { Page } from '@playwright/test';
import type { Sandbox } from '../sandbox/startSandbox.ts';
import { openAs, people, signIn } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';

// Sign-ins that are attacked or broken: each ends on a clear page with a next step. After every test,
// fixtures/tokenLeakDetector.ts checks that no token is in an address, the history, the console, the page or localStorage.

const problem = (page: Page, title: string) =>
  page.getByRole('alert').filter({ has: page.getByRole('heading', { name: title }) });

/** Checks that the button below the problem leads to a session. */
async function expectRecovery(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  const choice = page.getByRole('button', { name: people.researcher });
  const inApp = page.getByRole('button', { name: 'Mira Okafor', exact: true });
  await expect(choice.or(inApp).first()).toBeVisible();
  if (await choice.isVisible()) await choice.click();
  await expect(inApp).toBeVisible();
}

/** Returns what the tab stores for a sign-in in progress: key and value. */
const storedState = (page: Page) =>
  page.evaluate(
    () => Object.entries(sessionStorage).find(([key]) => key.includes(' auth.sign-in.')) ?? ['', ''],
  );

/** Collects the callback addresses that Globus redirects to. */
function callbacks(page: Page): string[] {
  const seen: string[] = [];
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.url().includes('/callback?')) seen.push(request.url());
  });
  return seen;
}

const exchanges = (sandbox: Sandbox) =>
  sandbox.commands.requests({ service: 'auth', method: 'POST', path: '/v2/oauth2/token' });

for (const query of ['', '?', '?code=abc', '?code=abc&state=forged', '?error=access_denied&state=<b>x</b>']) {
  test(`a callback without a sign-in: "${query}"`, async ({ page, app, sandbox }) => {
    await page.goto(`${app.url}callback${query}`);
    await expect(problem(page, 'This sign-in link isn’t valid')).toBeVisible();
    expect(page.url()).toBe(app.url);
    expect(exchanges(sandbox)).toHaveLength(0);
    await expectRecovery(page, 'Sign in with Globus');
  });
}

test('a callback that is replayed', async ({ page, app, sandbox }) => {
  const seen = callbacks(page);
  await openAs(page, app.url);
  expect(seen).toHaveLength(1);
  await page.goto(seen[0] ?? '');
  await expect(problem(page, 'This sign-in link isn’t valid')).toBeVisible();
  expect(exchanges(sandbox)).toHaveLength(1);
  // The existing session stays.
  await page.getByRole('link', { name: 'Back to the dashboard' }).click();
  await expect(page.getByRole('table', { name: 'Tunnels' })).toBeVisible();
});

test('a code that was already used', async ({ page, app }) => {
  const seen = callbacks(page);
  await page.goto(app.url);
  await page.getByRole('button', { name: 'Sign in with Globus' }).click();
  await expect(page.getByRole('button', { name: people.researcher })).toBeVisible();
  await page.goto(app.url);
  const [key, value] = await storedState(page);
  await page.goBack();
  await page.getByRole('button', { name: people.researcher }).click();
  await expect(page.getByRole('table', { name: 'Tunnels' })).toBeVisible();
  // As if the tab still waited for this response.
  await page.evaluate(([name, text]) => sessionStorage.setItem(name, text), [key, value] as const);
  await page.goto(seen[0] ?? '');
  await expect(problem(page, 'This sign-in expired')).toContainText('invalid_grant');
  await expectRecovery(page, 'Sign in again');
});

test('consent denied', async ({ page, app }) => {
  await page.goto(`${app.url}access-points?q=harbor`);
  await page.getByRole('button', { name: 'Sign in with Globus' }).click();
  await page.getByRole('button', { name: 'Deny' }).click();
  await expect(problem(page, 'Sign-in canceled')).toBeVisible();
  await expectRecovery(page, 'Sign in again');
  expect(page.url()).toBe(`${app.url}access-points?q=harbor`);
});

test('the sign-in page of Globus is down: going back, and another attempt', async ({
  page,
  app,
  sandbox,
}) => {
  sandbox.commands.auth.setAuthorizeUnavailable(true);
  await page.goto(app.url);
  await page.getByRole('button', { name: 'Sign in with Globus' }).click();
  await expect(page.getByText('Globus Auth is unavailable')).toBeVisible();
  await page.goBack();
  sandbox.commands.auth.setAuthorizeUnavailable(false);
  await expectRecovery(page, 'Sign in with Globus');
});

const BROKEN = [
  { what: 'a 503 page', tokenEndpoint: { status: 503, body: '<h1>Service Unavailable</h1>' } },
  { what: 'a dropped connection', tokenEndpoint: { disconnect: true } },
  { what: 'invalid tokens', tokenEndpoint: { body: '{"access_token":7}' } },
  { what: 'invalid JSON', tokenEndpoint: { body: 'Agoodday' } },
] as const;
for (const { what, tokenEndpoint } of BROKEN) {
  test(`the token endpoint responds with ${what}`, async ({ page, app, sandbox }) => {
    sandbox.commands.auth.setNextSignInFaults({ tokenEndpoint });
    await page.goto(app.url);
    await signIn(page, people.researcher);
    await expect(problem(page, 'Can’t reach Globus Auth')).toBeVisible();
    expect(page.url()).toBe(app.url);
    await expectRecovery(page, 'Try again');
  });
}

test('a slow token endpoint: the page says what it waits for, and completes the sign-in', async ({
  page,
  app,
  sandbox,
}) => {
  sandbox.commands.auth.setNextSignInFaults({ tokenEndpoint: { delayMs: 2500 } });
  await page.goto(app.url);
  await signIn(page, people.researcher);
  await expect(page.getByText('Signing in…')).toBeVisible();
  // The code is not in the address bar meanwhile.
  expect(new URL(page.url()).search).toBe('');
  await expect(page.getByRole('table', { name: 'Tunnels' })).toBeVisible();
});

test('a token endpoint that never responds: times out after 30 seconds', async ({ page, app, sandbox }) => {
  await page.clock.install();
  sandbox.commands.auth.setNextSignInFaults({ tokenEndpoint: { delayMs: 40_000 } });
  await page.goto(app.url);
  await signIn(page, people.researcher);
  await expect(page.getByText('Signing in…')).toBeVisible();
  await page.clock.fastForward(31_000);
  await expect(problem(page, 'Can’t reach Globus Auth')).toBeVisible();
});

for (const idToken of ['wrong-issuer', 'wrong-audience', 'wrong-nonce', 'bad-signature'] as const) {
  test(`an ID token with ${idToken}: no one is signed in, and its tokens are revoked`, async ({
    page,
    app,
    sandbox,
  }) => {
    sandbox.commands.auth.setNextSignInFaults({ idToken });
    await page.goto(app.url);
    await signIn(page, people.researcher);
    await expect(problem(page, 'Couldn’t verify your identity')).toBeVisible();
    expect(
      await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.endsWith(' auth.session'))),
    ).toEqual([]);
    await expect.poll(() => sandbox.tokens.all().every(({ revoked }) => revoked)).toBe(true);
    await expectRecovery(page, 'Sign in again');
  });
}

for (const idToken of ['clock-ahead-10-min', 'clock-behind-10-min'] as const) {
  test(`an ID token from a clock that is wrong by ten minutes works: ${idToken}`, async ({
    page,
    app,
    sandbox,
  }) => {
    sandbox.commands.auth.setNextSignInFaults({ idToken });
    await openAs(page, app.url);
    await expect(page.getByRole('table', { name: 'Tunnels' })).toBeVisible();
    await expect(page.getByText('Your session expires')).toBeHidden();
  });
}

for (const minutes of [-10, 10]) {
  test(`a browser whose clock is off by ${minutes} minutes works`, async ({ page, app }) => {
    await page.clock.install({ time: Date.now() + minutes * 60_000 });
    await openAs(page, app.url);
    await expect(page.getByText('Live', { exact: true })).toBeVisible();
    await expect(page.getByText('Your session expires')).toBeHidden();
  });
}

test('a clock that is wrong by days: the page says so', async ({ page, app }) => {
  await page.clock.install({ time: Date.now() + 72 * 60 * 60_000 });
  await page.goto(app.url);
  await signIn(page, people.researcher);
  await expect(problem(page, 'Your device’s clock looks wrong')).toBeVisible();
});

test('no token for Transfer: which permission is missing, and where to allow it', async ({
  page,
  app,
  sandbox,
}) => {
  sandbox.commands.auth.setNextSignInFaults({ omitTransferToken: true });
  await page.goto(app.url);
  await signIn(page, people.researcher);
  await expect(problem(page, 'Missing permission')).toContainText('Transfer');
  await page.getByRole('button', { name: 'Sign in and allow it' }).click();
  // Globus shows a prompt, although it knows the person.
  await page.getByRole('button', { name: people.researcher }).click();
  await expect(page.getByRole('table', { name: 'Tunnels' })).toBeVisible();
});

test('the Transfer token at the top level, sparse responses, and keys in rotation', async ({
  page,
  app,
  sandbox,
}) => {
  sandbox.commands.auth.setNextSignInFaults({ transferTokenFirst: true });
  sandbox.commands.auth.setSparseTokenResponses(true);
  sandbox.commands.auth.setExtraJwkPublished(true);
  const [tunnel] = sandbox.commands.tunnels.create({ label: 'Mine', state: 'ACTIVE' });
  await openAs(page, `${app.url}tunnels/${tunnel?.id}`);
  // The owner's name comes from Auth, everything else from Transfer.
  await expect(page.getByRole('definition').filter({ hasText: 'mira@harbor.example' })).toBeVisible();
  expect(sandbox.commands.requests().filter(({ status }) => status === 401)).toEqual([]);
});

const EVIL = [
  '//evil.example',
  'https:evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  '/callback',
];
for (const returnTo of EVIL) {
  test(`a planted return address: ${returnTo}`, async ({ page, app }) => {
    await page.goto(app.url);
    await page.getByRole('button', { name: 'Sign in with Globus' }).click();
    await expect(page.getByRole('button', { name: people.researcher })).toBeVisible();
    await page.goto(app.url);
    const [key, value] = await storedState(page);
    const state = JSON.parse(value);
    const planted = JSON.stringify({ ...state, data: { ...state.data, returnTo } });
    await page.evaluate(([name, text]) => sessionStorage.setItem(name, text), [key, planted] as const);
    await page.goBack();
    await page.getByRole('button', { name: people.researcher }).click();
    await expect(page.getByRole('table', { name: 'Tunnels' })).toBeVisible();
    expect(page.url()).toBe(`${app.url}tunnels`);
  });
}

test('blocked storage: the page says so before it goes to Globus', async ({ page, app, sandbox }) => {
  // Stands in for a browser that blocks site data.
  await page.addInitScript(() => {
    for (const name of ['sessionStorage', 'localStorage'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('Access is denied for this document.', 'SecurityError');
        },
      });
  });
  await page.goto(app.url);
  await page.getByRole('button', { name: 'Sign in with Globus' }).click();
  await expect(problem(page, 'Your browser can’t store site data')).toContainText('SecurityError');
  await expect(page.getByRole('button', { name: 'Try again' })).toBeEnabled();
  expect(sandbox.commands.requests({ service: 'auth' })).toHaveLength(0);
  await page.goto(`${app.url}callback?code=abc&state=def`);
  await expect(problem(page, 'Your browser can’t store site data')).toBeVisible();
});

test('full storage: the page says so before it goes to Globus', async ({ page, app }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
  });
  await page.goto(app.url);
  await page.getByRole('button', { name: 'Sign in with Globus' }).click();
  await expect(problem(page, 'Your browser can’t store site data')).toContainText('Quota');
});

test('storage that fills up during the sign-in: the session stays in memory', async ({ page, app }) => {
  await page.goto(app.url);
  await page.getByRole('button', { name: 'Sign in with Globus' }).click();
  await expect(page.getByRole('button', { name: people.researcher })).toBeVisible();
  await page.goto(app.url);
  await page.evaluate(() => {
    for (let size = 1024 * 1024; size >= 16; size = Math.floor(size / 2)) {
      for (;;) {
        try {
          sessionStorage.setItem('fill', (sessionStorage.getItem('fill') ?? '') + 'x'.repeat(size));
        } catch {
          break;
        }
      }
    }
  });
  await page.goBack();
  await page.getByRole('button', { name: people.researcher }).click();
  await expect(page.getByRole('table', { name: 'Tunnels' })).toBeVisible();
  await expect(page.getByText('Live', { exact: true })).toBeVisible();
});
