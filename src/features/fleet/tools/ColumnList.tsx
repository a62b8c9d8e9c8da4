import { type ColumnSetting, columnTitle, FLEET_COLUMNS } from '../../../domain/fleet/columns.ts';
import {
  clampColumnWidth,
  MAX_COLUMN_WIDTH_PX,
  MIN_COLUMN_WIDTH_PX,
} from '../../../domain/fleet/urlState.ts';
import { CheckboxList } from './CheckboxList.tsx';
import styles from './ColumnList.module.css';

/** Shows, hides, moves and resizes the columns of the table. At least one column stays. */
export function ColumnList({
  columns,
  onChange,
}: {
  columns: readonly ColumnSetting[];
  onChange: (columns: readonly ColumnSetting[]) => void;
}) {
  const hidden = FLEET_COLUMNS.filter((name) => !columns.some(({ column }) => column === name));
  const replace = (changed: ColumnSetting) =>
    onChange(columns.map((one) => (one.column === changed.column ? changed : one)));
  return (
    <CheckboxList label="Columns">
      {columns.map((setting, at) => {
        const { column, widthPx } = setting;
        const title = columnTitle(column);
        return (
          <li key={column}>
            <label>
              <input
                type="checkbox"
                checked
                disabled={columns.length === 1}
                onChange={() => onChange(columns.filter((one) => one !== setting))}
              />
              {title}
            </label>
            <input
              type="number"
              className={styles.width}
              min={MIN_COLUMN_WIDTH_PX}
              max={MAX_COLUMN_WIDTH_PX}
              step={16}
              placeholder="auto"
              aria-label={`Width of ${title}, in pixels`}
              // Applied when the field is left: a width of 200 starts with a 2.
              key={widthPx}
              defaultValue={widthPx ?? ''}
              onBlur={({ target }) =>
                replace({
                  column,
                  widthPx: target.value === '' ? null : clampColumnWidth(target.valueAsNumber),
                })
              }
              onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
            />
            <span className="small muted" aria-hidden="true">
              px
            </span>
            <MoveButton
              label={`Move ${title} left`}
              arrow="←"
              isDisabled={at === 0}
              onMove={() => onChange(swapped(columns, at - 1))}
            />
            <MoveButton
              label={`Move ${title} right`}
              arrow="→"
              isDisabled={at === columns.length - 1}
              onMove={() => onChange(swapped(columns, at))}
            />
          </li>
        );
      })}
      {hidden.map((column) => (
        <li key={column}>
          <label>
            <input
              type="checkbox"
              checked={false}
              onChange={() => onChange([...columns, { column, widthPx: null }])}
            />
            {columnTitle(column)}
          </label>
        </li>
      ))}
    </CheckboxList>
  );
}

function MoveButton({
  label,
  arrow,
  isDisabled,
  onMove,
}: {
  label: string;
  arrow: string;
  isDisabled: boolean;
  onMove: () => void;
}) {
  return (
    <button
      type="button"
      className="button plain"
      aria-label={label}
      aria-disabled={isDisabled}
      onClick={() => !isDisabled && onMove()}
    >
      {arrow}
    </button>
  );
}

/** Returns the columns with the one at this index and the next one exchanged. */
function swapped(columns: readonly ColumnSetting[], at: number): ColumnSetting[] {
  const [one, other] = [columns[at], columns[at + 1]];
  if (!one || !other) return [...columns];
  return [...columns.slice(0, at), other, one, ...columns.slice(at + 2)];
}
