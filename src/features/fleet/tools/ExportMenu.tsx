import { saveCsv, saveFile } from '../../../browser/saveFile.ts';
import { fleetCsv, fleetJson } from '../../../domain/fleet/exportTunnels.ts';
import type { FleetNames } from '../../../domain/fleet/names.ts';
import type { FleetOutcomes } from '../../../domain/fleet/outcomes.ts';
import { countText } from '../../../domain/text/count.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import { Menu } from '../../../ui/menus/Menu.tsx';
import { MenuItem } from '../../../ui/menus/MenuItem.tsx';

/** Saves the tunnels that match the filters, for a spreadsheet or for a program. */
export function ExportMenu({
  tunnels,
  names,
  outcomes,
}: {
  tunnels: readonly Tunnel[];
  names: FleetNames;
  outcomes: FleetOutcomes;
}) {
  return (
    <Menu label="Export" caption={countText(tunnels.length, 'matching tunnel')}>
      <MenuItem onSelect={() => saveCsv('tunnels.csv', fleetCsv(tunnels, names, outcomes))}>
        CSV (spreadsheet)
      </MenuItem>
      <MenuItem
        onSelect={() => saveFile('tunnels.json', 'application/json', fleetJson(tunnels, names, outcomes))}
      >
        JSON
      </MenuItem>
    </Menu>
  );
}
