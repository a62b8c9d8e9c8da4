import { useSyncExternalStore } from 'react';
import { type Freshness as Freshly, freshnessOf } from '../../domain/text/freshness.ts';
import { durationText } from '../../domain/text/time.ts';
import { Icon } from '../Icon.tsx';
import { TimeText } from '../text/TimeText.tsx';
import { useNow } from '../text/useNow.ts';
import styles from './Freshness.module.css';

/** How old what is shown is, and whether it keeps itself up to date; TanStack Query's results fit. */
export function Freshness({
  query,
  pollMs,
  needsSignIn,
  isPaused = false,
  onPause,
}: {
  query: {
    dataUpdatedAt: number;
    errorUpdatedAt: number;
    fetchStatus: 'fetching' | 'paused' | 'idle';
    failureCount: number;
    isError: boolean;
    refetch: () => unknown;
  };
  /** How long after the last answer or failure it is asked again by itself; false: not at all. */
  pollMs: number | false;
  /** Whether its failure lasts until somebody signs in. */
  needsSignIn: boolean;
  isPaused?: boolean;
  /** Where one may pause it. */
  onPause?: (isPaused: boolean) => void;
}) {
  const { dataUpdatedAt, errorUpdatedAt, fetchStatus, failureCount, isError, refetch } = query;
  const isOnline = useSyncExternalStore(watchNetwork, () => navigator.onLine);
  const state = freshnessOf({
    isOffline: !isOnline || fetchStatus === 'paused',
    isPaused,
    isPolled: pollMs !== false,
    isFailing: isError || failureCount > 0,
    needsSignIn,
    isLoading: dataUpdatedAt === 0 && fetchStatus === 'fetching',
  });
  return (
    <div className={styles.freshness}>
      {/* Another word is another element: it takes the place of the one before and moves nothing. */}
      <span key={state} className={styles.state} data-state={state}>
        {WORDS[state]}
      </span>
      {state === 'retrying' && fetchStatus === 'idle' && pollMs !== false && (
        <Countdown toMs={errorUpdatedAt + pollMs} />
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

const WORDS: Readonly<Record<Freshly, string>> = {
  loading: 'Loading',
  live: 'Live',
  retrying: 'Trying again',
  offline: 'Offline',
  paused: 'Paused',
  'sign-in': 'Sign in to go on',
  over: 'No longer updated',
};

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
