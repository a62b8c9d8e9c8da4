import {
  type ColumnSetting,
  columnTitle,
  DEFAULT_COLUMNS,
  DEFAULT_SORT,
  FLEET_COLUMNS,
  type FleetColumn,
} from '../../../domain/fleet/columns.ts';
import {
  clampColumnWidth,
  type FleetUrlState,
  MAX_COLUMN_WIDTH_PX,
  MIN_COLUMN_WIDTH_PX,
} from '../../../domain/fleet/urlState.ts';
import { ChoiceField } from '../../../ui/controls/ChoiceField.tsx';
import styles from './FleetTools.module.css';

const columnChoices = FLEET_COLUMNS.map((value) => ({ value, label: columnTitle(value) }));

/** How the table is put together: groups, order, and which columns stand where and how wide. All by keyboard too. */
export function ColumnsPanel({
  view: { grouping, sort, columns },
  onChange,
}: {
  view: FleetUrlState;
  onChange: (change: Partial<FleetUrlState>) => void;
}) {
  const hidden = FLEET_COLUMNS.filter((name) => !columns.some(({ column }) => column === name));
  const replace = (changed: ColumnSetting) =>
    onChange({ columns: columns.map((one) => (one.column === changed.column ? changed : one)) });
  return (
    <div className="stack">
      <div className={styles.fields}>
        <ChoiceField
          label="Group by"
          anyLabel="Nothing"
          value={grouping}
          choices={[
            { value: 'access-point', label: 'Access point' },
            { value: 'pair', label: 'Pair of access points' },
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
          label="Direction"
          value={sort.descending}
          choices={[
            { value: false, label: 'First to last' },
            { value: true, label: 'Last to first' },
          ]}
          onChange={(descending) => onChange({ sort: { ...sort, descending: descending === true } })}
        />
      </div>
      <ul className={styles.columns} aria-label="Columns">
        {columns.map((one, at) => (
          <li key={one.column}>
            <ColumnCheck
              column={one.column}
              isShown
              isFixed={columns.length === 1}
              onToggle={() => onChange({ columns: columns.filter(({ column }) => column !== one.column) })}
            />
            <input
              type="number"
              min={MIN_COLUMN_WIDTH_PX}
              max={MAX_COLUMN_WIDTH_PX}
              step={16}
              placeholder="auto"
              aria-label={`Width of ${columnTitle(one.column)}, in pixels`}
              // Taken over when it is done: a number on its way to 200 begins with 2.
              key={one.widthPx}
              defaultValue={one.widthPx ?? ''}
              onBlur={({ target }) =>
                replace({
                  ...one,
                  widthPx: target.value === '' ? null : clampColumnWidth(target.valueAsNumber),
                })
              }
              onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
            />
            <span className="small muted" aria-hidden="true">
              px
            </span>
            <Move
              column={one.column}
              by="earlier"
              isOff={at === 0}
              onMove={() => onChange({ columns: swapped(columns, at - 1) })}
            />
            <Move
              column={one.column}
              by="later"
              isOff={at === columns.length - 1}
              onMove={() => onChange({ columns: swapped(columns, at) })}
            />
          </li>
        ))}
        {hidden.map((column) => (
          <li key={column}>
            <ColumnCheck
              column={column}
              isShown={false}
              isFixed={false}
              onToggle={() => onChange({ columns: [...columns, { column, widthPx: null }] })}
            />
          </li>
        ))}
      </ul>
      <div>
        <button
          type="button"
          className="button"
          onClick={() =>
            onChange({ columns: DEFAULT_COLUMNS, sort: DEFAULT_SORT, grouping: null, collapsedGroups: [] })
          }
        >
          As usual
        </button>
      </div>
    </div>
  );
}

function ColumnCheck({
  column,
  isShown,
  isFixed,
  onToggle,
}: {
  column: FleetColumn;
  isShown: boolean;
  /** The last one stays. */
  isFixed: boolean;
  onToggle: () => void;
}) {
  return (
    <label>
      <input type="checkbox" checked={isShown} disabled={isFixed} onChange={onToggle} />
      {columnTitle(column)}
    </label>
  );
}

function Move({
  column,
  by,
  isOff,
  onMove,
}: {
  column: FleetColumn;
  by: 'earlier' | 'later';
  isOff: boolean;
  onMove: () => void;
}) {
  return (
    <button
      type="button"
      className="button plain"
      aria-label={`Move ${columnTitle(column)} ${by}`}
      aria-disabled={isOff}
      onClick={() => !isOff && onMove()}
    >
      {by === 'earlier' ? '←' : '→'}
    </button>
  );
}

/** The columns with this one and the next in each other's places. */
function swapped(columns: readonly ColumnSetting[], at: number): ColumnSetting[] {
  const [one, other] = [columns[at], columns[at + 1]];
  if (!one || !other) return [...columns];
  return [...columns.slice(0, at), other, one, ...columns.slice(at + 2)];
}
