import type { FleetFilter } from '../../../domain/fleet/filter.ts';
import type { TileSummary } from '../../../domain/fleet/tiles.ts';
import { SearchField } from '../../../ui/controls/SearchField.tsx';
import styles from './FleetFilters.module.css';
import { FleetTiles } from './FleetTiles.tsx';

/** The filters that are always in view: the tiles and the search field. */
export function FleetFilters({
  filter,
  tiles,
  onChange,
}: {
  filter: FleetFilter;
  tiles: readonly TileSummary[];
  onChange: (change: { filter: FleetFilter }) => void;
}) {
  return (
    <>
      <FleetTiles tiles={tiles} filter={filter} onChange={onChange} />
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
    </>
  );
}
