import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { tunnelOutcome } from '../../../domain/tunnel/outcome.ts';
import { tunnelForTests } from '../../../domain/tunnel/tunnelForTests.ts';
import { render } from '../../../ui/renderForTests.tsx';
import { FleetRow } from './FleetRow.tsx';

const names = {
  accessPoints: new Map([
    ['sap-1', { name: 'Harbor Beamline 7 Detector', organization: null, hostEndpointId: null }],
  ]),
  owners: {},
};
const columns = [
  { column: 'state', widthPx: null },
  { column: 'label', widthPx: null },
  { column: 'initiator', widthPx: null },
] as const;

test('shows the cells of its columns, reports selection, and marks a change', async () => {
  const selections: [string, boolean][] = [];
  const tunnel = tunnelForTests({ label: 'Night run', createdAtMs: Date.now() });
  const row = (current: typeof tunnel) => (
    <div role="table">
      <FleetRow
        tunnel={current}
        outcome={tunnelOutcome(current, null, Date.now())}
        index={0}
        columns={columns}
        names={names}
        isSelected={false}
        onSelect={(...selection) => selections.push(selection)}
      />
    </div>
  );
  const show = render(row(tunnel));
  const cells = page.getByRole('row').getByRole('cell');
  await expect.element(cells.nth(1)).toHaveTextContent('Active');
  await expect
    .element(page.getByRole('link', { name: 'Night run' }))
    .toHaveAttribute('href', `/tunnels/${tunnel.id}`);
  await expect.element(cells.nth(3)).toHaveTextContent('Harbor Beamline 7 Detector');

  await page.getByRole('checkbox', { name: 'Select Night run' }).click();
  await userEvent.keyboard('{Shift>}');
  await page.getByRole('checkbox', { name: 'Select Night run' }).click();
  await userEvent.keyboard('{/Shift}');
  expect(selections).toEqual([
    [tunnel.id, false],
    [tunnel.id, true],
  ]);

  await expect.element(page.getByRole('row')).not.toHaveAttribute('data-changed');
  show(row({ ...tunnel, state: 'STOPPED', stateText: 'STOPPED' }));
  await expect.element(page.getByRole('row')).toHaveAttribute('data-changed');
});
