import { openAs, people } from './fixtures/people.ts';
import { expect, test } from './fixtures/sandboxTest.ts';

test('support opens a link from a mail: verdict, whose turn, evidence, contact, an answer; and it moves on live', async ({
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
  if (!tunnel) throw new Error('The sandbox made no tunnel.');
  await openAs(page, `${app.url}tunnels/${tunnel.id}`, people.support);

  const diagnosis = page.getByRole('region', { name: 'Diagnosis:' });
  // The page looks at the clock once a minute.
  await expect(diagnosis.getByRole('heading')).toContainText(
    /Nobody has started the listener for 4[01] min\./,
  );
  await expect(diagnosis).toContainText('Whose turn: the side whose program waits for the connection');
  await expect(diagnosis.getByRole('list', { name: 'Next steps' })).toContainText(
    `--listener-contact-string 192.0.2.10:5000 ${tunnel.id}`,
  );
  await diagnosis.getByText('An answer to send').click();
  await expect(
    diagnosis.getByText(/Your tunnel “Detector to cluster” is ready on Globus' side/),
  ).toBeVisible();

  const leg = page.getByRole('list', { name: 'Path of the tunnel' }).getByRole('listitem').last();
  await expect(leg).toContainText("Nobody has given the listener's contact yet.");

  await test.step('the site fails: the page says so by itself, and leads to the event', async () => {
    sandbox.commands.tunnels.addEvent(tunnel.id, {
      code: 'LISTENER_CONNECT_FAILED',
      isError: true,
      description: 'The listener could not be reached',
    });
    await sandbox.commands.tunnels.setState(tunnel.id, 'STOPPED', 'It stopped.');
    await expect(page.getByText('No longer updated', { exact: true })).toBeVisible();
    await expect(diagnosis.getByRole('heading')).toContainText('the listener’s side could not be reached');
    await expect(leg).toContainText('connection failed');
    await diagnosis.getByText('How we know').click();
    await diagnosis.getByRole('link', { name: 'Show the event' }).click();
    await expect(page.locator('[aria-current="true"]').getByText('LISTENER_CONNECT_FAILED')).toBeInViewport();
  });
});
