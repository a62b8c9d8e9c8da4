import { columnTitle, DEFAULT_COLUMNS, DEFAULT_SORT, FLEET_COLUMNS } from '../../../domain/fleet/columns.ts';
import type { FleetUrlState } from '../../../domain/fleet/urlState.ts';
import { ChoiceField } from '../../../ui/controls/ChoiceField.tsx';
import { ColumnList } from './ColumnList.tsx';
import { FieldGrid } from './FieldGrid.tsx';

const columnChoices = FLEET_COLUMNS.map((value) => ({ value, label: columnTitle(value) }));

/** Groups and sorts the table, and chooses its columns: everything that the table's heading does, by keyboard. */
export function ColumnsPanel({
  view: { grouping, sort, columns },
  onChange,
}: {
  view: FleetUrlState;
  onChange: (change: Partial<FleetUrlState>) => void;
}) {
  return (
    <div className="stack">
      <FieldGrid>
        <ChoiceField
          label="Group by"
          anyLabel="None"
          value={grouping}
          choices={[
            { value: 'access-point', label: 'Access point' },
            { value: 'pair', label: 'Access point pair' },
            { value: 'owner', label: 'Owner' },
          ]}
          onChange={(value) => onChange({ grouping: value, collapsedGroups: [] })}
        />
        <ChoiceField
          label="Sort by"
          value={sort.column}
          choices={columnChoices}
          onChange={(column) => column && onChange({ sort: { ...sort, column } })}
        />
        <ChoiceField
          label="Order"
          value={sort.descending}
          choices={[
            { value: false, label: 'Ascending' },
            { value: true, label: 'Descending' },
          ]}
          onChange={(descending) => onChange({ sort: { ...sort, descending: descending === true } })}
        />
      </FieldGrid>
      <ColumnList columns={columns} onChange={(changed) => onChange({ columns: changed })} />
      <div>
        <button
          type="button"
          className="button"
          onClick={() =>
            onChange({ columns: DEFAULT_COLUMNS, sort: DEFAULT_SORT, grouping: null, collapsedGroups: [] })
          }
        >
          Reset to default
        </button>
      </div>
    </div>
  );
}
