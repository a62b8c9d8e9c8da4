import type { ReactNode } from 'react';
import { toCsv } from '../../domain/csv.ts';
import { saveCsv } from '../../ui/saveFile.ts';
import styles from './FleetCharts.module.css';

/** A picture with the same figures as a table behind it, for those who don't see it and for other programs. */
export function ChartFigure({
  title,
  note,
  head,
  rows,
  children,
}: {
  title: string;
  note?: ReactNode;
  head: readonly string[];
  rows: readonly (readonly (string | number | null)[])[];
  children: ReactNode;
}) {
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        <strong>{title}</strong>
        {note && <span className="small muted">{note}</span>}
      </figcaption>
      <div className={styles.chart} aria-hidden="true">
        {children}
      </div>
      <details className={styles.behind}>
        <summary>The figures as a table</summary>
        <button
          type="button"
          className="button"
          onClick={() =>
            saveCsv(`${title.toLowerCase().replaceAll(/\W+/g, '-')}.csv`, toCsv([head, ...rows]))
          }
        >
          Save as CSV
        </button>
        <div className={styles.scroll}>
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
              {rows.map((cells) => (
                <tr key={cells.join()}>
                  {cells.map((cell, at) => (
                    <td key={head[at]}>{cell ?? 'not known'}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
