import { type ReactNode, useState } from 'react';
import { saveCsv } from '../../../browser/saveFile.ts';
import { toCsv } from '../../../domain/text/csv.ts';
import styles from './FleetCharts.module.css';

type Rows = readonly (readonly (string | number | null)[])[];

/** A picture with the same figures as a table behind it, for those who don't see it and for other programs. */
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
  /** Worked out only when somebody wants them: there may be thousands. */
  rows: () => Rows;
  /** Stands in the picture's place where there is nothing to draw yet. */
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
      <details className={styles.dataTable} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>The figures as a table</summary>
        <button
          type="button"
          className="button"
          onClick={() =>
            saveCsv(`${title.toLowerCase().replaceAll(/\W+/g, '-')}.csv`, toCsv([headings, ...rows()]))
          }
        >
          Save as CSV
        </button>
        {isOpen && <Figures title={title} head={headings} rows={rows()} />}
      </details>
    </figure>
  );
}

function Figures({ title, head, rows }: { title: string; head: readonly string[]; rows: Rows }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <div className={styles.scroll} tabIndex={0}>
      <table className="table">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {head.map((cell) => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two rows may say the same
            <tr key={place}>
              {cells.map((cell, at) => (
                <td key={head[at]}>{cell ?? 'not known'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
