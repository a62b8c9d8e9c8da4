import { readFile } from 'node:fs/promises';
import { openAs } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';

test('events can be filtered by the server, ordered, charted, exported, and linked to', async ({
  page,
  app,
  sandbox,
}) => {
  const [tunnel] = sandbox.commands.tunnels.create({ label: 'Busy', state: 'ACTIVE', ageMins: 90 });
  if (!tunnel) throw new Error('The sandbox created no tunnel.');
  const added = Array.from({ length: 250 }, (_, at) =>
    sandbox.commands.tunnels.addEvent(tunnel.id, {
      code: at % 50 === 0 ? 'PROBE_FAILED' : 'PROBE',
      isError: at % 50 === 0,
      details: `Details of probe ${at}`,
    }),
  );
  await openAs(page, `${app.url}tunnels/${tunnel.id}/events`);
  const events = page.getByRole('list', { name: 'Events' }).getByRole('listitem');
  const filter = page.getByRole('combobox', { name: 'Filter' });

  await filter.selectOption('Errors only');
  await expect(events).toHaveCount(5);
  await expect(page).toHaveURL(/only=errors/);
  await filter.selectOption('TUNNEL_ACTIVE');
  await expect(events).toHaveCount(1);
  await expect(page).toHaveURL(/code=TUNNEL_ACTIVE/);
  const filters = sandbox.commands
    .requests({ path: `/v2/tunnels/${tunnel.id}/events` })
    .map(({ query }) =>
      [...new URLSearchParams(query).keys()].filter((name) => !name.startsWith('page')).join(),
    );
  expect(new Set(filters)).toEqual(new Set(['', 'is_error', 'code_name']));

  await filter.selectOption('All events');
  await page.getByRole('combobox', { name: 'Order' }).selectOption('Oldest first');
  await expect(events.first()).toContainText(/\d\d:\d\d:\d\d .* UTC .* ago.*STARTED/);
  await expect(page.getByText('No events for')).toContainText('1 h 30 min');
  await expect(page.getByRole('button', { name: 'Export 252 events as JSON' })).toBeVisible();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export 252 events as JSON' }).click();
  const exported = JSON.parse(await readFile(await (await download).path(), 'utf8'));
  expect(exported).toHaveLength(252);
  const table = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export 252 events as CSV' }).click();
  const lines = (await readFile(await (await table).path(), 'utf8')).trim().split('\r\n');
  expect(lines).toHaveLength(253);
  expect(lines[1]).toContain('PROBE,false,PROBE,Details of probe 249');

  await page.getByText('Events over time').click();
  await expect(page.getByRole('table', { name: 'Events over time' })).toContainText('245');

  // The event is on the second page of three.
  const linked = added[120];
  await page.goto(`${app.url}tunnels/${tunnel.id}/events?event=${linked?.id}`);
  const highlighted = page.locator('li[aria-current="true"]');
  await expect(highlighted).toBeInViewport();
  await expect(highlighted.getByText('Details of probe 120')).toBeVisible();
});

for (const first of ['oldest', 'newest'] as const) {
  test(`150 events in pages of 20, ${first} first: the newest decide the diagnosis, and a new one costs one request`, async ({
    page,
    app,
    sandbox,
  }) => {
    const { tunnels } = sandbox.commands;
    const [tunnel] = tunnels.create({
      state: 'AWAITING_LISTENER',
      listener: { ipAddress: '127.0.0.1', port: 5000 },
    });
    if (!tunnel) throw new Error('The sandbox created no tunnel.');
    tunnels.addEvent(tunnel.id, { code: 'OLD_ERROR', isError: true });
    for (let n = 0; n < 148; n += 1) tunnels.addEvent(tunnel.id, { code: `PROBE_${n}` });
    tunnels.addEvent(tunnel.id, { code: 'LAST_ERROR', isError: true });
    sandbox.commands.setEventPaging({ sort: first, size: 20 });
    await openAs(page, `${app.url}tunnels/${tunnel.id}`);
    const diagnosis = page.getByRole('region', { name: 'Diagnosis:' });
    await diagnosis.getByText('Evidence').click();
    await expect(diagnosis).toContainText('LAST_ERROR');
    await expect(diagnosis).not.toContainText('haven’t been loaded');

    await page.getByRole('link', { name: 'Events', exact: true }).click();
    const events = page.getByRole('list', { name: 'Events' }).getByRole('listitem');
    await expect(events.first()).toContainText('LAST_ERROR');
    await expect(page.getByRole('button', { name: 'Export 150 events as JSON' })).toBeVisible();

    const calls = () =>
      sandbox.commands.requests({ method: 'GET', path: `/v2/tunnels/${tunnel.id}/events` }).length;
    const callsBefore = calls();
    tunnels.addEvent(tunnel.id, { code: 'NEW_EVENT' });
    await expect(events.first()).toContainText('NEW_EVENT');
    expect(calls() - callsBefore).toBeLessThanOrEqual(2);
  });
}

test('an unreadable event is counted, and an event without a code is still listed', async ({
  page,
  app,
  sandbox,
}) => {
  const [tunnel] = sandbox.commands.tunnels.create({ state: 'AWAITING_LISTENER' });
  if (!tunnel) throw new Error('The sandbox created no tunnel.');
  const data = [{ type: 'TunnelEvent', id: 1, attributes: null }, { type: 'TunnelEvent' }];
  const path = `/v2/tunnels/${tunnel.id}/events`;
  sandbox.commands.failNext({ service: 'transfer', path, status: 200, count: null, body: { data } });
  await openAs(page, `${app.url}tunnels/${tunnel.id}/events`);
  await expect(page.getByRole('list', { name: 'Events' }).getByRole('listitem')).toContainText('No code');
  await expect(page.getByText('1 event couldn’t be read.')).toBeVisible();
  await page.getByRole('link', { name: 'Overview' }).click();
  const diagnosis = page.getByRole('region', { name: 'Diagnosis:' });
  await diagnosis.getByText('Evidence').click();
  await expect(diagnosis).toContainText('Checked 1 event; more haven’t been loaded.');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('10,000 characters, right-to-left text, emoji, and control characters don’t break a page', async ({
    page,
    app,
    sandbox,
  }) => {
    const hostile = `\u202e<script>alert(1)</script>\u0000\u001b[31m שלום עולם 👩‍🔬${'x'.repeat(5000)}${'مرحبا '.repeat(800)}`;
    const [tunnel] = sandbox.commands.tunnels.create({ label: hostile, status: hostile, state: 'ACTIVE' });
    if (!tunnel) throw new Error('The sandbox created no tunnel.');
    const event = { isError: true, code: `CODE_${'Y'.repeat(300)}`, description: hostile, details: hostile };
    sandbox.commands.tunnels.addEvent(tunnel.id, event);
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await openAs(page, `${app.url}tunnels/${tunnel.id}`);
    await expect(page.getByRole('region', { name: 'Diagnosis:' })).toBeVisible();
    for (const text of ['Evidence', 'Suggested reply']) await page.getByText(text).click();
    expect(await overflow(), 'overview').toBeLessThanOrEqual(0);

    await page.getByRole('link', { name: 'Events', exact: true }).click();
    const first = page.getByRole('list', { name: 'Events' }).getByRole('listitem').first();
    await first.getByText('Details', { exact: true }).click();
    await expect(first).toContainText('␛[31m');
    expect(await overflow(), 'events').toBeLessThanOrEqual(0);

    await page.getByRole('link', { name: 'Raw JSON' }).click();
    await expect(page.getByRole('group', { name: 'Document: Tunnel' })).toContainText(
      '<script>alert(1)</script>',
    );
    await page.getByRole('button', { name: 'API requests' }).click();
    const requests = page.getByRole('region', { name: 'API requests from this browser tab' });
    await expect(
      requests
        .getByRole('row')
        .filter({ hasText: `/v2/tunnels/${tunnel.id}/events` })
        .first(),
    ).toContainText('200');
    expect(await overflow(), 'documents').toBeLessThanOrEqual(0);
  });
});
