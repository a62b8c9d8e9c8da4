import type { Browser } from 'playwright';
import { startAppServer } from '../e2e/fixtures/appServer.ts';
import { openAs } from '../e2e/fixtures/people.ts';
import { sandboxConfig } from '../e2e/fixtures/world.ts';
import type { Sandbox } from '../sandbox/startSandbox.ts';

/** What a sign-in leaves in sessionStorage, for pages that are opened as by somebody who has signed in. */
export async function sessionOf(browser: Browser, sandbox: Sandbox): Promise<string> {
  const app = await startAppServer(sandboxConfig(sandbox));
  const page = await browser.newPage();
  await openAs(page, app.url);
  const session = await page.evaluate(() => sessionStorage.getItem('globus-streams.session'));
  await page.close();
  await app.close();
  if (session === null) throw new Error('The sign-in left no session.');
  return session;
}
