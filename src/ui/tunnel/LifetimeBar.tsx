import { durationText } from '../../domain/text/time.ts';
import { isTerminal } from '../../domain/tunnel/state.ts';
import { endsAtMs, type Tunnel } from '../../domain/tunnel/tunnel.ts';
import { useNow } from '../text/useNow.ts';
import styles from './LifetimeBar.module.css';

/** How much of a tunnel's lifetime is used and how much is left, as a bar and in words; nothing once it is over. */
export function LifetimeBar({ tunnel }: { tunnel: Tunnel }) {
  const now = useNow(15_000);
  const endMs = endsAtMs(tunnel);
  if (endMs === null || tunnel.createdAtMs === null || isTerminal(tunnel)) return null;
  const wholeMs = endMs - tunnel.createdAtMs;
  const usedMs = Math.min(Math.max(0, now - tunnel.createdAtMs), wholeMs);
  return (
    <>
      <meter className={styles.bar} min={0} max={wholeMs} value={usedMs} aria-label="Lifetime used" />
      <p className="small muted">
        {durationText(usedMs)} used,{' '}
        {usedMs < wholeMs ? `in ${durationText(wholeMs - usedMs)} it ends` : 'none left'}
      </p>
    </>
  );
}
