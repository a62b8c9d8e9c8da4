import type { CSSProperties } from 'react';
import type { FleetUsage } from '../../../domain/fleet/usage.ts';
import styles from './UsageMatrix.module.css';

/** A table of initiators by listeners; the more tunnels a pair has, the darker its cell. */
export function UsageMatrix({
  usage: {
    matrix: { initiatorIds, listenerIds, counts },
  },
  nameOf,
}: {
  usage: FleetUsage;
  nameOf: (id: string) => string;
}) {
  const most = Math.max(1, ...counts.flat());
  return (
    <div className={styles.scroll}>
      <table className={styles.matrix}>
        <thead>
          <tr>
            <td />
            {listenerIds.map((id) => (
              <th key={id} scope="col" title={nameOf(id)}>
                {nameOf(id)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {initiatorIds.map((from, row) => (
            <tr key={from}>
              <th scope="row" title={nameOf(from)}>
                {nameOf(from)}
              </th>
              {listenerIds.map((to, column) => {
                const count = counts[row]?.[column] ?? 0;
                return (
                  <td key={to} style={{ '--share': count / most } as CSSProperties}>
                    {count || ''}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
