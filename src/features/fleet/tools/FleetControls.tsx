import type { ReactNode } from 'react';
import type { FleetFilter } from '../../../domain/fleet/filter.ts';
import { SearchField } from '../../../ui/controls/SearchField.tsx';
import styles from './FleetControls.module.css';

/** The controls above the table in one row, as far as there is room: the search field and the toolbar. */
export function FleetControls({
  filter,
  onChange,
  toolbar,
}: {
  filter: FleetFilter;
  onChange: (change: { filter: FleetFilter }) => void;
  toolbar: ReactNode;
}) {
  return (
    <div className={styles.controls}>
      <div className={styles.search}>
        <SearchField
          label="Find tunnels"
          isLabelHidden
          debounceMs={0}
          placeholder="Label, ID, access point, owner, address, status"
          value={filter.text}
          onSearch={(text) => onChange({ filter: { ...filter, text } })}
        />
      </div>
      <div className={styles.toolbar}>{toolbar}</div>
    </div>
  );
}
