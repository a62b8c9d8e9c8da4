import { useNow } from '../../../ui/text/useNow.ts';
import { lifetimeText } from '../draft/lifetime.ts';
import { parseLifetime } from '../draft/parseDraft.ts';
import styles from './ReviewLifetime.module.css';

/** Shows the lifetime in the review, and when the tunnel would end. */
export function ReviewLifetime({ lifetime }: { lifetime: string }) {
  const now = useNow(15_000);
  const parsed = parseLifetime(lifetime);
  if ('error' in parsed) return <span className={styles.invalid}>Not a number of minutes</span>;
  return lifetimeText(parsed.value, now);
}
