import type { Page } from '@playwright/test';
import { openAs, people } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';
import { accessPointIds } from './fixtures/wizard.ts';

// An administrator creates, edits and deletes a stream gateway, with what each change does.

const NORTHFIELD = 'e0000000-0000-4000-8000-000000000002';
const COMPUTE = 'acce5500-0000-4000-8000-000000000002';
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const save = (page: Page) => page.getByRole('button', { name: 'Save changes' });

/** Opens a page of the endpoint as its administrator, and grants access to its GCS Manager. */
async function openForm(page: Page, appUrl: string, path: string): Promise<void> {
  await openAs(page, appUrl, people.administrator);
  await page.goto(`${appUrl}endpoints/${NORTHFIELD}/gateways/${path}`);
  await page.getByRole('button', { name: 'View gateways' }).click();
  await page.getByRole('button', { name: 'Allow' }).click();
  await expect(page.getByRole('form', { name: 'Stream gateway' })).toBeVisible();
}

test('an administrator creates a gateway, excludes someone while someone else edits, and deletes it', async ({
  page,
  app,
  sandbox,
  browser,
}) => {
  test.slow();
  await openForm(page, app.url, 'new');
  await page.getByRole('button', { name: 'Create gateway' }).click();
  await expect(field(page, 'Name')).toBeFocused();
  await expect(page.getByText('Enter a name.')).toBeVisible();
  await field(page, 'Name').fill("Night's shift");
  await field(page, 'Allowed domains').fill('harbor.example\nhpc.example');
  await expect(page.getByText('Several allowed domains need an identity mapping.')).toBeVisible();
  await field(page, 'Allowed domains').fill('harbor.example');
  await expect(page.getByText("--domain harbor.example -- 'Night'\\''s shift'")).toBeVisible();
  await page.getByRole('button', { name: 'Create gateway' }).click();

  await page.getByRole('link', { name: 'View access point' }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'Night’s shift'.replace('’', "'") }),
  ).toBeVisible();
  const id = page.url().split('/').at(-1) ?? '';
  const allowed = sandbox.commands.tunnels.create({
    label: 'Before',
    persona: 'researcher',
    state: 'ACTIVE',
    initiatorAccessPointId: accessPointIds.open,
    listenerAccessPointId: id,
  });
  expect(allowed).toHaveLength(1);

  await page.goto(`${app.url}endpoints/${NORTHFIELD}/gateways/${id}/edit`);
  await field(page, 'Denied users').fill('mira@harbor.example');
  await field(page, 'LAN name').fill('imaging');
  const changes = page.getByRole('list', { name: 'Your changes' });
  await expect(changes.getByRole('listitem')).toHaveCount(2);
  // Who is affected is known before anything is saved.
  await expect(page.getByText('1 of your last 1 user would lose access')).toBeVisible();
  await expect(page.getByText(`--user-deny mira@harbor.example --lan-name imaging -- ${id}`)).toBeVisible();

  // Someone else changes one setting that this form changes too, and another one.
  const patches = () => sandbox.commands.requests({ service: 'gcs', method: 'PATCH' });
  sandbox.commands.updateAccessPoint(id, {
    policy: { lan_name: 'enclave', authentication_timeout_mins: 90 },
  });
  await save(page).click();
  const warning = page.getByRole('alert').filter({ hasText: 'Someone else changed this gateway' });
  await expect(warning.getByRole('listitem')).toHaveText([
    /Sign-in valid for \(minutes\)From Not setTo 90/,
    /LAN nameFrom Not setTo enclave/,
  ]);
  await save(page).click();
  expect(patches()).toHaveLength(0);
  await warning.getByRole('button', { name: 'Use theirs: LAN name' }).click();
  await expect(field(page, 'Sign-in valid for (minutes)')).toHaveValue('90');
  await save(page).click();
  await expect(page.getByRole('heading', { name: 'Changes saved' })).toBeVisible();
  expect(patches()).toHaveLength(1);
  expect(sandbox.world.sites.accessPoint(id)?.policy).toMatchObject({
    lan_name: 'enclave',
    authentication_timeout_mins: 90,
    users_deny: ['mira@harbor.example'],
  });

  // The policy applies at once.
  const other = await browser.newPage();
  await openAs(other, app.url);
  await other.goto(`${app.url}tunnels/new?initiator=${accessPointIds.open}&listener=${id}`);
  await other.getByRole('navigation', { name: 'Steps' }).getByRole('link', { name: 'Settings' }).click();
  await other.getByRole('button', { name: 'Next' }).click();
  await other.getByRole('button', { name: 'Create tunnel' }).click();
  await expect(other.getByRole('alert').first()).toBeVisible();
  expect(sandbox.commands.requests({ method: 'POST', path: '/v2/tunnels' }).at(-1)?.status).toBe(403);
  await other.close();

  await page.getByRole('button', { name: 'Delete gateway…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete this gateway?' });
  await expect(dialog).toContainText('and its access point');
  await expect(dialog.getByText(`stream-gateway delete ${id}`)).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Gateway name' }).fill('Another');
  await dialog.getByRole('button', { name: 'Delete gateway' }).click();
  await expect(dialog.getByText('This isn’t the name of the gateway.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Gateway name' }).fill("Night's shift");
  await dialog.getByRole('button', { name: 'Delete gateway' }).click();
  await expect(page.getByRole('heading', { name: 'Gateway deleted' })).toBeVisible();
  expect(sandbox.world.sites.accessPoint(id)).toBeUndefined();
});

test('a draft survives a reload, and the errors of the server land on their fields', async ({
  page,
  app,
  sandbox,
}) => {
  await openForm(page, app.url, `${COMPUTE}/edit`);
  await field(page, 'LAN name').fill('no-such-network');
  await field(page, 'Department').fill('Physics');
  await page.reload();
  await expect(field(page, 'LAN name')).toHaveValue('no-such-network');
  await save(page).click();
  await expect(page.getByText('Globus says: “No node has a network with this name.”')).toBeVisible();
  await expect(field(page, 'LAN name')).toBeFocused();

  const errors = [
    { property: 'department', message: 'Too long.' },
    { property: 'lan_name', message: 'Unknown network.' },
  ];
  sandbox.commands.failNext({
    service: 'gcs',
    method: 'PATCH',
    status: 422,
    typedDetail: { DATA_TYPE: 'invalid_input#1.0.0', errors },
  });
  await save(page).click();
  await expect(page.getByText('Globus says: “Too long.”')).toBeVisible();
  await expect(page.getByText('Globus says: “Unknown network.”')).toBeVisible();
  await expect(page.getByText('Correct the marked fields')).toBeVisible();
  // A corrected field loses its message; the other keeps it.
  await field(page, 'Department').fill('');
  await expect(page.getByText('Globus says: “Too long.”')).toBeHidden();
  await expect(page.getByText('Globus says: “Unknown network.”')).toBeVisible();
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await expect(field(page, 'LAN name')).toHaveValue('');
  await expect(page.getByText('Nothing has changed.')).toBeVisible();
});

test('someone without a role that may sees which roles may, and nothing is lost', async ({
  page,
  app,
  sandbox,
}) => {
  await openAs(page, app.url);
  await page.goto(`${app.url}endpoints/${NORTHFIELD}/gateways/${COMPUTE}/edit`);
  await page.getByRole('button', { name: 'View gateways' }).click();
  await page.getByRole('button', { name: 'Allow' }).click();
  await field(page, 'Department').fill('Physics');
  await save(page).click();
  await expect(page.getByRole('heading', { name: 'You don’t have the required role' })).toBeVisible();
  await expect(
    page.getByText('This requires the role owner or administrator on the endpoint.'),
  ).toBeVisible();
  await expect(field(page, 'Department')).toHaveValue('Physics');
  expect(sandbox.commands.requests({ service: 'gcs', method: 'PATCH' })).toMatchObject([{ status: 403 }]);
});
