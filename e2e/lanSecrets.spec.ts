import type { Page } from '@playwright/test';
import type { Sandbox } from '../sandbox/startSandbox.ts';
import { openAs } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';
import { accessPointIds } from './fixtures/wizard.ts';

// LAN secrets: a secret for a host where no one can sign in is shown once and is nowhere else.

const SECRETS = '/api/lan_secrets';
const IMAGING = 'acce5500-0000-4000-8000-000000000003';

/** Opens the Connect tab of a tunnel whose listener's gateway requires a LAN secret, and grants access to its endpoint. */
async function openLanSecrets(page: Page, appUrl: string, sandbox: Sandbox) {
  const [tunnel] = sandbox.commands.tunnels.create({
    label: 'Night run',
    state: 'AWAITING_LISTENER',
    initiatorAccessPointId: accessPointIds.open,
    listenerAccessPointId: IMAGING,
  });
  if (!tunnel) throw new Error('The sandbox created no tunnel.');
  await openAs(page, appUrl);
  await page.goto(`${appUrl}tunnels/${tunnel.id}/connect`);
  await page.getByText('LAN secrets, for hosts where no one can sign in').click();
  const side = page.getByRole('region', { name: 'Listener side', exact: true });
  await expect(side).toContainText('LAN authentication: Unknown');
  await side.getByRole('button', { name: 'Grant access: listener side' }).click();
  await page.getByRole('button', { name: 'Allow' }).click();
  await expect(side).toContainText('LAN authentication: required');
  return side;
}

/** Returns where the page stores a text: storage, address, history. */
function placesOf(page: Page, text: string): Promise<string[]> {
  return page.evaluate(
    (secret) =>
      Object.entries({
        session: JSON.stringify({ ...sessionStorage }),
        local: JSON.stringify({ ...localStorage }),
        address: location.href,
        history: JSON.stringify(history.state),
      }).flatMap(([place, content]) => (content?.includes(secret) ? [place] : [])),
    text,
  );
}

test('a secret is shown once, copied, kept nowhere, and deleted', async ({ page, context, app, sandbox }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const side = await openLanSecrets(page, app.url, sandbox);
  // The runbook stays above it.
  await expect(page.getByRole('heading', { name: 'Set up your hosts' })).toBeVisible();

  await side.getByRole('textbox', { name: 'Expires after (minutes)' }).fill('an hour');
  await side.getByRole('button', { name: 'Create a LAN secret for this side' }).click();
  await expect(side.getByText('Enter a whole number of minutes')).toBeVisible();
  expect(sandbox.commands.requests({ service: 'gcs', method: 'POST' })).toHaveLength(0);
  await side.getByRole('textbox', { name: 'Expires after (minutes)' }).fill('99999');
  await side.getByRole('button', { name: 'Create a LAN secret for this side' }).click();
  await expect(side.getByText('Globus says: “Not a whole number from 1 to 10080.”')).toBeVisible();
  await side.getByRole('textbox', { name: 'Expires after (minutes)' }).fill('600');
  await side.getByText('If you have several identities').click();
  await side.getByRole('textbox', { name: 'Username at the site' }).fill('mokafor@hpc.example');
  await side.getByRole('button', { name: 'Create a LAN secret for this side' }).click();

  await expect(side.getByRole('heading', { name: 'LAN secret: listener side' })).toBeFocused();
  await expect(side).toContainText(/Expires in (9|10) h/);
  await expect(side).toContainText('For the user mokafor@hpc.example.');
  await side.getByRole('button', { name: 'Copy LAN secret: listener side' }).click();
  const secret = await page.evaluate(() => navigator.clipboard.readText());
  await expect(side.getByRole('code')).toHaveText(secret);
  expect(await placesOf(page, secret)).toEqual([]);
  await page.getByRole('button', { name: 'API requests' }).click();
  await expect(page.getByText(SECRETS).first()).toBeVisible();
  await expect(page.getByText(secret)).toHaveCount(1);

  await page.getByRole('link', { name: 'Raw JSON' }).click();
  const warning = page.getByRole('dialog', { name: 'Leave the LAN secret?' });
  await warning.getByRole('button', { name: 'Stay' }).click();
  await side.getByRole('button', { name: 'Delete secret' }).click();
  await expect(side.getByRole('status').filter({ hasText: 'Secret deleted.' })).toBeFocused();
  await expect(page.getByText(secret)).toHaveCount(0);
  expect(sandbox.commands.requests({ service: 'gcs', method: 'DELETE' })).toMatchObject([{ status: 200 }]);

  // Nothing asks any longer, and nothing was kept.
  await page.getByRole('link', { name: 'Raw JSON' }).click();
  await expect(warning).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Night run' })).toBeVisible();
  await expect(page.getByText(secret)).toHaveCount(0);
});

test('leaving with a secret shown forgets it, and the next visit shows none', async ({
  page,
  app,
  sandbox,
}) => {
  const side = await openLanSecrets(page, app.url, sandbox);
  await side.getByRole('button', { name: 'Create a LAN secret for this side' }).click();
  const secret = await side.getByRole('code').innerText();
  // Folding the section keeps it.
  const summary = page.getByText('LAN secrets, for hosts where no one can sign in');
  await summary.click();
  await expect(side).toBeHidden();
  await summary.click();
  await expect(side.getByRole('code')).toHaveText(secret);
  await summary.click();
  await page.getByRole('link', { name: 'Overview' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
  await page.getByRole('link', { name: 'Connect', exact: true }).click();
  await page.getByText('LAN secrets, for hosts where no one can sign in').click();
  await expect(side.getByRole('button', { name: 'Create a LAN secret for this side' })).toBeVisible();
  await expect(page.getByText(secret)).toHaveCount(0);
});

test('a secret expires while it is shown, and refusals say why', async ({ page, app, sandbox }) => {
  const side = await openLanSecrets(page, app.url, sandbox);
  const create = side.getByRole('button', { name: 'Create a LAN secret for this side' });
  const gcs = { service: 'gcs', path: SECRETS, method: 'POST' } as const;

  const detail = { DATA_TYPE: 'invalid_user#1.0.0', usernames: ['mira'] };
  sandbox.commands.failNext({ ...gcs, path: '^.*/api/lan_secrets', status: 422, typedDetail: detail });
  await create.click();
  await expect(side.getByRole('heading', { name: 'You don’t have an account at this site' })).toBeVisible();

  const expires = Math.floor(Date.now() / 1000) + 6;
  const document = { DATA_TYPE: 'lan_secret#1.0.0', id: 'short', secret: 'soon-gone', expires };
  sandbox.commands.failNext({
    ...gcs,
    path: '^.*/api/lan_secrets',
    status: 201,
    body: { DATA_TYPE: 'result#1.0.0', code: 'success', http_response_code: 201, data: [document] },
  });
  await create.click();
  await expect(side.getByRole('code')).toHaveText('soon-gone');
  await expect(side).toContainText(/Expires in \d s/);
  await expect(side.getByText('This LAN secret has expired.')).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText('soon-gone')).toHaveCount(0);
  await side.getByRole('button', { name: 'Create another secret' }).click();
  await expect(create).toBeVisible();
});
