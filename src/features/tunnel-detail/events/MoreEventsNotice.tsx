import styles from './MoreEventsNotice.module.css';

/** Says that a tunnel has more events than the list shows, and loads them. */
export function MoreEventsNotice({
  count,
  lacksNewest,
  isLoading,
  onLoadMore,
}: {
  /** How many events the list shows. */
  count: number;
  /** The newest events are missing, rather than older ones. */
  lacksNewest: boolean;
  isLoading: boolean;
  onLoadMore: () => unknown;
}) {
  if (isLoading) {
    return (
      <p className="muted" role="status">
        Loading more events ({count} so far)…
      </p>
    );
  }
  const missing = lacksNewest ? 'Newer' : 'Older';
  return (
    <div className={styles.notice}>
      <p role="status">
        {count === 1 ? 'Showing 1 event.' : `Showing ${count} events.`} {missing} events haven’t been loaded.
      </p>
      <button type="button" className="button" onClick={onLoadMore}>
        Load {missing.toLowerCase()} events
      </button>
    </div>
  );
}
