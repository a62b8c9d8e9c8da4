import { durationText } from '../../domain/text/time.ts';
import { isTerminal } from '../../domain/tunnel/state.ts';
import { endsAtMs, type Tunnel } from '../../domain/tunnel/tunnel.ts';
import { useNow } from '../text/useNow.ts';
import styles from './LifetimeBar.module.css';

/** Shows how much of a tunnel's lifetime has passed and is left, as a bar and in words. Empty once it has stopped. */
export function LifetimeBar({ tunnel }: { tunnel: Tunnel }) {
  const now = useNow(15_000);
  const endMs = endsAtMs(tunnel);
  if (endMs === null || tunnel.createdAtMs === null || isTerminal(tunnel)) return null;
  const totalMs = endMs - tunnel.createdAtMs;
  const elapsedMs = Math.min(Math.max(0, now - tunnel.createdAtMs), totalMs);
  return (
    <>
      <meter className={styles.bar} min={0} max={totalMs} value={elapsedMs} aria-label="Lifetime elapsed" />
      <p className="small muted">
        {elapsedMs < totalMs
          ? `${durationText(elapsedMs)} elapsed, ${durationText(totalMs - elapsedMs)} left`
          : 'Lifetime ended'}
      </p>
    </>
  );
}
