import { openAs, people, stepUp } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';
import { accessPointIds, expectOneTunnel, signInAndFillWizard, submissionId } from './fixtures/wizard.ts';

// A site requires more than a sign-in: the page says what, resumes in place, and nothing is typed twice.

test.use({ config: { supportUrl: 'mailto:help@x.example' } });

const WIZARD = [
  {
    by: 'domain',
    site: 'Northfield Restricted Cluster',
    listener: accessPointIds.requiresDomain,
    demand: 'Sign in with an identity from hpc.example.',
    place: 'root',
    atGlobus: people.researcherAtHpc,
    cli: 'globus session update hpc.example',
  },
  {
    by: 'domain, in an item of the errors',
    site: 'Northfield Restricted Cluster',
    listener: accessPointIds.requiresDomain,
    demand: 'Sign in with an identity from hpc.example.',
    place: 'item',
    atGlobus: people.researcherAtHpc,
    cli: null,
  },
  {
    by: 'recency, as a login that failed at the site',
    site: 'Tidewater Control Room',
    listener: accessPointIds.requiresRecentSignIn,
    demand: 'Sign in again to meet the site’s policy.',
    place: 'login-failed',
    atGlobus: people.researcher,
    cli: /^globus session update --policy [0-9a-f-]{36}$/,
  },
  {
    by: 'multi-factor authentication',
    site: 'Northfield Secure Enclave',
    listener: accessPointIds.requiresMfa,
    demand: 'Sign in with multi-factor authentication.',
    place: 'meta',
    atGlobus: people.researcher,
    cli: null,
  },
  {
    by: 'consent, in the older form',
    site: 'Lumen Sequencer Hall',
    listener: accessPointIds.requiresConsent,
    demand: 'Allow Globus Transfer to access data at Lumen Sequencer Hall.',
    place: 'legacy',
    atGlobus: 'Allow',
    cli: /^globus session consent 'urn:/,
  },
] as const;

for (const { by, site, listener, demand, place, atGlobus, cli } of WIZARD) {
  test(`by ${by}, in the middle of the wizard: one tunnel, nothing typed twice`, async ({
    page,
    app,
    sandbox,
  }) => {
    sandbox.commands.setAuthorizationParametersLocation(place);
    await signInAndFillWizard(page, app.url, listener);
    sandbox.commands.advanceMinutes(31);
    await page.getByRole('button', { name: 'Create tunnel' }).click();
    // Only a consent names its endpoint; otherwise it can be either site, whatever the site's message says.
    const who = place === 'legacy' ? site : 'One of the two sites';
    const ask = page.getByRole('alert').filter({ hasText: `${who} requires one more step` });
    await expect(ask).toContainText(site);
    await expect(ask.getByRole('listitem')).toHaveText([demand]);
    await expect(ask).toContainText('Request ID');
    if (cli) {
      await ask.getByText('For the Globus CLI').click();
      await expect(ask.getByText(cli)).toBeVisible();
    }
    const id = await submissionId(page);

    const authorize = page.waitForRequest(/\/v2\/oauth2\/authorize\?/);
    await stepUp(page, { as: atGlobus, withMfa: by === 'multi-factor authentication' });
    // The site names no prompt, but without one Globus would answer from its own session at once.
    const prompt = new URL((await authorize).url()).searchParams.get('prompt');
    expect(prompt).toBe(place === 'legacy' ? null : 'login');
    await expectOneTunnel(page, sandbox, id);
    expect(sandbox.commands.requests({ method: 'POST', path: '/v2/tunnels' })).toHaveLength(2);
  });
}

test('a requirement that a sign-in didn’t meet says so, and doesn’t ask for the same sign-in again', async ({
  page,
  app,
  sandbox,
}) => {
  await signInAndFillWizard(page, app.url, accessPointIds.open);
  const demand = { session_required_mfa: true, session_message: 'MFA, please.' };
  sandbox.commands.failNext({
    service: 'transfer',
    method: 'POST',
    count: 2,
    authorizationParameters: demand,
  });
  const creations = () => sandbox.commands.requests({ method: 'POST', path: '/v2/tunnels' }).length;
  await page.getByRole('button', { name: 'Create tunnel' }).click();
  await stepUp(page, { as: people.researcher, withMfa: true });

  const ask = page.getByRole('alert').filter({ hasText: 'still requires a different sign-in' });
  await expect(ask).toContainText('The site’s message: “MFA, please.”');
  await expect(ask).not.toContainText('Globus says');
  await expect(ask.getByRole('button', { name: 'Continue to sign-in' })).toBeHidden();
  await expect(ask.getByRole('link', { name: 'Get help' })).toHaveAttribute('href', 'mailto:help@x.example');
  expect(creations()).toBe(2);
  const firstId = await submissionId(page);

  // A reload sends nothing; creating it again leads to the same message.
  await page.reload();
  await expect(page.getByRole('button', { name: 'Create tunnel' })).toBeVisible();
  expect(creations()).toBe(2);
  sandbox.commands.failNext({ service: 'transfer', method: 'POST', authorizationParameters: demand });
  await page.getByRole('button', { name: 'Create tunnel' }).click();
  await ask.getByRole('button', { name: 'Use a different identity' }).click();
  // Globus asks for an identity although a session exists.
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: people.researcherAtHpc }).click();
  await expectOneTunnel(page, sandbox, firstId);

  // The requirement was met. If it expires, as "within 5 minutes" does, the same sign-in helps again.
  await page.goto(`${app.url}tunnels/new?initiator=${accessPointIds.open}&listener=${accessPointIds.open}`);
  sandbox.commands.failNext({ service: 'transfer', method: 'POST', authorizationParameters: demand });
  await page.getByRole('button', { name: 'Create tunnel' }).click();
  await expect(page.getByRole('button', { name: 'Continue to sign-in' })).toBeVisible();
  await expect(page.getByText('requires one more step')).toBeVisible();
});

test('after the sign-in, the page loads at the same address', async ({ page, app, sandbox }) => {
  const [tunnel] = sandbox.commands.tunnels.create({ label: 'Guarded', state: 'ACTIVE' });
  if (!tunnel) throw new Error('The sandbox made no tunnel.');
  await openAs(page, app.url);
  sandbox.commands.failNext({
    service: 'transfer',
    path: `/v2/tunnels/${tunnel.id}`,
    authorizationParameters: { session_required_single_domain: 'hpc.example,lab.example' },
  });
  const address = `${app.url}tunnels/${tunnel.id}/events?from=a%20mail#top`;
  await page.goto(address);
  await expect(page.getByRole('listitem').filter({ hasText: 'hpc.example or lab.example' })).toBeVisible();
  await stepUp(page, { as: people.researcherAtHpc });
  await expect(page.getByRole('heading', { level: 1, name: 'Guarded' })).toBeVisible();
  expect(page.url()).toBe(address);
});

test('a long message of a site doesn’t make the address too long for Globus', async ({
  page,
  app,
  sandbox,
}) => {
  const [tunnel] = sandbox.commands.tunnels.create({ label: 'Guarded', state: 'ACTIVE' });
  if (!tunnel) throw new Error('The sandbox made no tunnel.');
  await openAs(page, app.url);
  sandbox.commands.failNext({
    service: 'transfer',
    path: `/v2/tunnels/${tunnel.id}`,
    authorizationParameters: { session_required_mfa: true, session_message: 'م'.repeat(1600) },
  });
  await page.goto(`${app.url}tunnels/${tunnel.id}`);
  await expect(page.getByText(/^The site’s message: “م{299}…”$/)).toBeVisible();
  const authorize = page.waitForRequest(/\/v2\/oauth2\/authorize\?/);
  await stepUp(page, { as: people.researcher, withMfa: true });
  expect((await authorize).url().length).toBeLessThan(4000);
  await expect(page.getByRole('heading', { level: 1, name: 'Guarded' })).toBeVisible();
});

test('a site can’t require a refresh token, a foreign service, or access at another endpoint', async ({
  page,
  app,
  sandbox,
}) => {
  const own = `https://auth.globus.org/scopes/${sandbox.world.sites.accessPoint(accessPointIds.requiresConsent)?.endpointId}/data_access`;
  const transfer = 'urn:globus:auth:scope:transfer.api.globus.org:all';
  await signInAndFillWizard(page, app.url, accessPointIds.requiresConsent);
  sandbox.commands.failNext({
    service: 'transfer',
    method: 'POST',
    authorizationParameters: {
      required_scopes: [
        'offline_access',
        'urn:globus:auth:scope:groups.api.globus.org:all',
        `${transfer}[*${own} *https://auth.globus.org/scopes/0ddba11a-0000-4000-8000-000000000001/data_access]`,
      ],
    },
  });
  await page.getByRole('button', { name: 'Create tunnel' }).click();
  const ask = page.getByRole('alert').filter({ hasText: 'requires one more step' });
  await expect(ask.getByRole('listitem')).toHaveText([
    'Allow Globus Transfer to access data at Lumen Sequencer Hall.',
  ]);
  const authorize = page.waitForRequest(/\/v2\/oauth2\/authorize\?/);
  await ask.getByRole('button', { name: 'Continue to sign-in' }).click();
  const scope = new URL((await authorize).url()).searchParams.get('scope') ?? '';
  expect(scope).toContain(`${transfer}[*${own}]`);
  expect(scope).not.toMatch(/offline_access|groups|0ddba11a/);
  await expect(page.getByRole('button', { name: 'Allow' })).toBeVisible();
});

test('a destructive action needs a second confirmation after the sign-in', async ({ page, app, sandbox }) => {
  const [tunnel] = sandbox.commands.tunnels.create({ label: 'Precious', state: 'ACTIVE' });
  if (!tunnel) throw new Error('The sandbox made no tunnel.');
  await openAs(page, `${app.url}tunnels/${tunnel.id}`);
  const stop = page.getByRole('dialog', { name: 'Stop this tunnel?' });
  sandbox.commands.failNext({
    service: 'transfer',
    method: 'PATCH',
    authorizationParameters: { session_required_mfa: true },
  });
  await page.getByRole('button', { name: 'Stop tunnel' }).click();
  await stop.getByRole('button', { name: 'Stop tunnel' }).click();
  await stepUp(page, { as: people.researcher, withMfa: true });

  await expect(stop).toContainText('Precious');
  expect(sandbox.commands.requests({ method: 'PATCH' })).toHaveLength(1);
  expect(sandbox.commands.tunnels.get(tunnel.id).state).toBe('ACTIVE');
  await stop.getByRole('button', { name: 'Stop tunnel' }).click();
  await expect(page.getByRole('button', { name: 'Delete tunnel' })).toBeVisible();
  await expect(stop).toBeHidden();
  expect(new URL(page.url()).search).toBe('');
});

test('a new label and a listener address stay as typed', async ({ page, app, sandbox }) => {
  const [tunnel] = sandbox.commands.tunnels.create({ label: 'Old name', state: 'AWAITING_LISTENER' });
  if (!tunnel) throw new Error('The sandbox made no tunnel.');
  const refuse = () =>
    sandbox.commands.failNext({
      service: 'transfer',
      method: 'PATCH',
      authorizationParameters: { prompt: 'login', session_message: 'Who are you?' },
    });
  await openAs(page, `${app.url}tunnels/${tunnel.id}`);
  await page.getByRole('button', { name: 'Rename' }).click();
  const dialog = page.getByRole('dialog', { name: 'Rename tunnel' });
  await dialog.getByRole('textbox', { name: 'Label' }).fill('New name');
  refuse();
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await expect(dialog.getByRole('listitem')).toHaveText([
    'Sign in again. The site requires a recent sign-in.',
  ]);
  await stepUp(page, { as: people.researcher });
  await expect(dialog.getByRole('textbox', { name: 'Label' })).toHaveValue('New name');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'New name' })).toBeVisible();

  await page.getByRole('textbox', { name: 'IP address' }).fill('192.0.2.7');
  await page.getByRole('textbox', { name: 'Port' }).fill('4711');
  sandbox.commands.failNext({
    service: 'transfer',
    method: 'PATCH',
    authorizationParameters: { session_required_mfa: true },
  });
  await page.getByRole('button', { name: 'Start tunnel' }).click();
  await stepUp(page, { as: people.researcher, withMfa: true });
  await expect(page.getByRole('textbox', { name: 'Port' })).toHaveValue('4711');
  await page.getByRole('button', { name: 'Start tunnel' }).click();
  await expect(page.getByRole('heading', { name: 'Ready to connect' })).toBeVisible();
});

test('declined at Globus: the wizard keeps the draft and sends nothing', async ({ page, app, sandbox }) => {
  await signInAndFillWizard(page, app.url, accessPointIds.requiresDomain);
  await page.getByRole('button', { name: 'Create tunnel' }).click();
  await stepUp(page, { as: 'Deny' });
  await expect(page.getByRole('heading', { name: 'Sign-in canceled' })).toBeVisible();
  await page.getByRole('link', { name: 'Back to the dashboard' }).click();
  await expect(page.getByRole('button', { name: 'Create tunnel' })).toBeVisible();
  await expect(page.getByText('Night run 7', { exact: true })).toBeVisible();
  expect(sandbox.commands.requests({ method: 'POST', path: '/v2/tunnels' })).toHaveLength(1);
});
