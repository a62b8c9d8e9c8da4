import { useSyncExternalStore } from 'react';
import { type Freshness as FreshnessState, freshnessOf } from '../../domain/text/freshness.ts';
import { durationText } from '../../domain/text/time.ts';
import { Chip } from '../controls/Chip.tsx';
import { Icon } from '../Icon.tsx';
import { TimeText } from '../text/TimeText.tsx';
import { useNow } from '../text/useNow.ts';
import styles from './Freshness.module.css';

/** Shows how old the data on a page is, and whether it is being kept up to date. */
export function Freshness({
  query,
  pollMs,
  needsSignIn,
  isPaused = false,
  onPause,
}: {
  /** A result of `useQuery`. */
  query: {
    dataUpdatedAt: number;
    errorUpdatedAt: number;
    fetchStatus: 'fetching' | 'paused' | 'idle';
    failureCount: number;
    isError: boolean;
    refetch: () => unknown;
  };
  /** Milliseconds between the last response or failure and the next automatic request; false: no further requests. */
  pollMs: number | false;
  /** Whether only a sign-in can end its failure. */
  needsSignIn: boolean;
  isPaused?: boolean;
  /** Present where the reader can pause automatic requests. */
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
    <div className={styles.freshness} data-state={state}>
      {/* A new element for each state: replacing one is no layout shift, changing its text is. */}
      <span key={state} className={styles.state}>
        <Chip tone={TONES[state]}>{LABELS[state]}</Chip>
      </span>
      {state === 'retrying' && fetchStatus === 'idle' && pollMs !== false && (
        <Countdown toMs={errorUpdatedAt + pollMs} />
      )}
      <span className={styles.age}>
        {dataUpdatedAt > 0 && (
          <>
            <span className={styles.word}>refreshed </span>
            <TimeText ms={dataUpdatedAt} />
          </>
        )}
      </span>
      {onPause && (
        <button
          type="button"
          className="button plain"
          aria-label={isPaused ? 'Resume' : 'Pause'}
          title={isPaused ? 'Resume' : 'Pause'}
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

const LABELS: Readonly<Record<FreshnessState, string>> = {
  loading: 'Loading',
  live: 'Live',
  retrying: 'Retrying',
  offline: 'Offline',
  paused: 'Paused',
  'sign-in': 'Session expired',
  final: 'Final',
};

const TONES: Readonly<Record<FreshnessState, 'neutral' | 'warning' | 'success'>> = {
  loading: 'neutral',
  live: 'success',
  retrying: 'warning',
  offline: 'warning',
  paused: 'warning',
  'sign-in': 'warning',
  final: 'neutral',
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
