import { openAs, people } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';

test('support opens a link and reads the verdict, next steps, evidence, and a reply, which follow the tunnel live', async ({
  page,
  app,
  sandbox,
}) => {
  const [tunnel] = sandbox.commands.tunnels.create({
    label: 'Detector to cluster',
    state: 'AWAITING_LISTENER',
    ageMins: 41,
    listenerAccessPointId: 'acce5500-0000-4000-8000-000000000003',
  });
  if (!tunnel) throw new Error('The sandbox created no tunnel.');
  await openAs(page, `${app.url}tunnels/${tunnel.id}`, people.support);

  const diagnosis = page.getByRole('region', { name: 'Diagnosis:' });
  // A minute may pass between creating the tunnel and reading the page.
  await expect(diagnosis.getByRole('heading')).toContainText(/Waiting for the listener for 4[01] min/);
  await expect(diagnosis).toContainText('Waiting on: the listener side');
  await expect(diagnosis.getByRole('list', { name: 'Next steps' })).toContainText(
    `--listener-contact-string 192.0.2.10:5000 ${tunnel.id}`,
  );
  await diagnosis.getByText('Suggested reply').click();
  await expect(
    diagnosis.getByText(/Your tunnel “Detector to cluster” is set up and has been waiting for 4[01] min/),
  ).toBeVisible();

  const lastStation = page.getByRole('list', { name: 'Tunnel path' }).getByRole('listitem').last();
  await expect(lastStation).toContainText('Listener address not entered yet.');

  await test.step('the site fails: the page shows it without a reload, and links to the event', async () => {
    sandbox.commands.tunnels.addEvent(tunnel.id, {
      code: 'LISTENER_CONNECT_FAILED',
      isError: true,
      description: 'The listener could not be reached',
    });
    await sandbox.commands.tunnels.setState(tunnel.id, 'STOPPED', 'It stopped.');
    await expect(page.getByText('Final', { exact: true })).toBeVisible();
    await expect(diagnosis.getByRole('heading')).toContainText('Failed: couldn’t reach the listener');
    await expect(lastStation).toContainText('connection failed');
    await diagnosis.getByText('Evidence').click();
    await diagnosis.getByRole('link', { name: 'View event', exact: true }).click();
    await expect(page.locator('[aria-current="true"]').getByText('LISTENER_CONNECT_FAILED')).toBeInViewport();
  });
});
