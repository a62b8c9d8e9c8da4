import styles from './Freshness.module.css';
import { Icon } from './Icon.tsx';
import { TimeText } from './TimeText.tsx';

/** How old what is shown is, and whether it keeps itself up to date; TanStack Query's results fit. */
export function Freshness({
  query,
}: {
  query: {
    dataUpdatedAt: number;
    fetchStatus: 'fetching' | 'paused' | 'idle';
    failureCount: number;
    isError: boolean;
    refetch: () => unknown;
  };
}) {
  const { dataUpdatedAt, fetchStatus, failureCount, isError, refetch } = query;
  const state = fetchStatus === 'paused' ? 'offline' : isError || failureCount > 0 ? 'retrying' : 'live';
  return (
    <div className={styles.freshness}>
      <span className={styles.state} data-state={state}>
        {WORDS[state]}
      </span>
      <span className={styles.age}>
        {dataUpdatedAt > 0 && (
          <>
            updated <TimeText ms={dataUpdatedAt} />
          </>
        )}
      </span>
      <button
        type="button"
        className="button plain"
        aria-label="Refresh now"
        title="Refresh now"
        onClick={() => refetch()}
      >
        <Icon name="refresh" />
      </button>
    </div>
  );
}

const WORDS = { live: 'Live', retrying: 'Trying again', offline: 'Offline' } as const;
