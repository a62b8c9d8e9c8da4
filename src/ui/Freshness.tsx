import { useSyncExternalStore } from 'react';
import { durationText } from '../domain/time.ts';
import styles from './Freshness.module.css';
import { Icon } from './Icon.tsx';
import { TimeText } from './TimeText.tsx';
import { useNow } from './useNow.ts';

/** How old what is shown is, and whether it keeps itself up to date; TanStack Query's results fit. */
export function Freshness({
  query,
  nextTryAtMs = null,
  isPaused = false,
  onPause,
}: {
  query: {
    dataUpdatedAt: number;
    fetchStatus: 'fetching' | 'paused' | 'idle';
    failureCount: number;
    isError: boolean;
    refetch: () => unknown;
  };
  /** When it is asked again after a failure, in milliseconds since the epoch, where that is known. */
  nextTryAtMs?: number | null;
  isPaused?: boolean;
  /** Where one may pause it. */
  onPause?: (isPaused: boolean) => void;
}) {
  const { dataUpdatedAt, fetchStatus, failureCount, isError, refetch } = query;
  const isOnline = useSyncExternalStore(watchNetwork, () => navigator.onLine);
  const isFailing = isError || failureCount > 0;
  const isLoading = dataUpdatedAt === 0 && fetchStatus === 'fetching';
  const state = whichState(isPaused, !isOnline || fetchStatus === 'paused', isFailing, isLoading);
  return (
    <div className={styles.freshness}>
      {/* Another word is another element: it takes the place of the one before and moves nothing. */}
      <span key={state} className={styles.state} data-state={state}>
        {WORDS[state]}
      </span>
      {state === 'retrying' && fetchStatus === 'idle' && nextTryAtMs !== null && (
        <Countdown toMs={nextTryAtMs} />
      )}
      <span className={styles.age}>
        {dataUpdatedAt > 0 && (
          <>
            <span className={styles.word}>updated </span>
            <TimeText ms={dataUpdatedAt} />
          </>
        )}
      </span>
      {onPause && (
        <button
          type="button"
          className="button plain"
          aria-label={isPaused ? 'Go on' : 'Pause'}
          title={isPaused ? 'Go on' : 'Pause'}
          onClick={() => onPause(!isPaused)}
        >
          <Icon name={isPaused ? 'play' : 'pause'} />
        </button>
      )}
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

function whichState(isPaused: boolean, isOffline: boolean, isFailing: boolean, isLoading: boolean) {
  if (isOffline) return 'offline';
  if (isPaused) return 'paused';
  if (isFailing) return 'retrying';
  return isLoading ? 'loading' : 'live';
}

const WORDS = {
  loading: 'Loading',
  live: 'Live',
  retrying: 'Trying again',
  offline: 'Offline',
  paused: 'Paused',
} as const;

function Countdown({ toMs }: { toMs: number }) {
  const now = useNow();
  return <span>in {durationText(Math.max(1000, toMs - now))}</span>;
}

function watchNetwork(onChange: () => void): () => void {
  addEventListener('online', onChange);
  addEventListener('offline', onChange);
  return () => {
    removeEventListener('online', onChange);
    removeEventListener('offline', onChange);
  };
}
