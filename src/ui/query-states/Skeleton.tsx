import styles from './Skeleton.module.css';

/** Shows gray bars as high as the rows that are loading, so that nothing moves when the data arrives. */
export function Skeleton({ rows, height = 'var(--row)' }: { rows: number; height?: string }) {
  return (
    <div className={styles.rows}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars are alike and never move
        <div key={row} className={styles.row} style={{ height }}>
          <span className={styles.bar} style={{ width: `${[72, 58, 84, 66][row % 4]}%` }} />
        </div>
      ))}
    </div>
  );
}
