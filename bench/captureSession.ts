import type { Browser } from 'playwright';
import { startAppServer } from '../e2e/fixtures/appServer.ts';
import { openAs } from '../e2e/fixtures/people.ts';
import { sandboxConfig } from '../e2e/fixtures/sandboxTest.ts';
import type { Sandbox } from '../sandbox/startSandbox.ts';

/** Signs in and returns the session's key and value in sessionStorage, for pages that open signed in. */
export async function captureSession(
  browser: Browser,
  sandbox: Sandbox,
): Promise<[key: string, value: string]> {
  const app = await startAppServer(sandboxConfig(sandbox));
  const page = await browser.newPage();
  await openAs(page, app.url);
  const session = await page.evaluate(() =>
    Object.entries<string>(sessionStorage).find(([key]) => key.endsWith(' auth.session')),
  );
  await page.close();
  await app.close();
  if (session === undefined) throw new Error('The sign-in stored no session.');
  return session;
}
