import { useId } from 'react';
import { saveCsv, saveFile } from '../../../browser/saveFile.ts';
import { fleetCsv, fleetJson } from '../../../domain/fleet/exportTunnels.ts';
import type { FleetNames } from '../../../domain/fleet/names.ts';
import type { Tunnel } from '../../../domain/tunnel/tunnel.ts';
import styles from './FleetTools.module.css';

/** Saves what is filtered, for a spreadsheet or for a program. */
export function ExportMenu({ tunnels, names }: { tunnels: readonly Tunnel[]; names: FleetNames }) {
  const id = useId();
  return (
    <div>
      <button type="button" className="button" popoverTarget={id}>
        Export
      </button>
      <div id={id} popover="auto" className={styles.menu}>
        <span className="small muted">The {tunnels.length} tunnels that match</span>
        <button
          type="button"
          className="button plain"
          onClick={() => saveCsv('tunnels.csv', fleetCsv(tunnels, names))}
        >
          CSV, for a spreadsheet
        </button>
        <button
          type="button"
          className="button plain"
          onClick={() => saveFile('tunnels.json', 'application/json', fleetJson(tunnels, names))}
        >
          JSON, for a program
        </button>
      </div>
    </div>
  );
}
