import { type ReactNode, useState } from 'react';
import { saveCsv } from '../../../browser/saveFile.ts';
import { toCsv } from '../../../domain/text/csv.ts';
import styles from './ChartFigure.module.css';

type Rows = readonly (readonly (string | number | null)[])[];

/** A chart with its data as a table and as a file, for people who can't see the chart and for other programs. */
export function ChartFigure({
  title,
  note,
  headings,
  rows,
  placeholder,
  children,
}: {
  title: string;
  note?: ReactNode;
  headings: readonly string[];
  /** Called only when the table or the file is needed: there can be thousands of rows. */
  rows: () => Rows;
  /** Shown in place of the chart while there isn't enough data. */
  placeholder?: ReactNode;
  children: ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        <strong>{title}</strong>
        {note && <span className="small muted">{note}</span>}
      </figcaption>
      {placeholder ? (
        <div className={styles.chart}>{placeholder}</div>
      ) : (
        <div className={styles.chart} aria-hidden="true">
          {children}
        </div>
      )}
      <details className={styles.data} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>View as table</summary>
        <button
          type="button"
          className="button"
          onClick={() =>
            saveCsv(`${title.toLowerCase().replaceAll(/\W+/g, '-')}.csv`, toCsv([headings, ...rows()]))
          }
        >
          Download CSV
        </button>
        {isOpen && <DataTable title={title} headings={headings} rows={rows()} />}
      </details>
    </figure>
  );
}

function DataTable({ title, headings, rows }: { title: string; headings: readonly string[]; rows: Rows }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <div className={styles.scroll} tabIndex={0}>
      <table className="table">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two rows can be equal
            <tr key={at}>
              {cells.map((cell, column) => (
                <td key={headings[column]}>{cell ?? 'Unknown'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
