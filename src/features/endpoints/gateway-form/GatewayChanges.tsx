import type { GatewayDifference } from '../../../domain/site/gatewayDraft.ts';
import { FIELD_TEXTS } from './fieldTexts.ts';
import styles from './GatewayChanges.module.css';

/** Lists settings that differ, each with both values. */
export function GatewayChanges({ label, changes }: { label: string; changes: readonly GatewayDifference[] }) {
  return (
    <ul className={styles.changes} aria-label={label}>
      {changes.map(({ field, from, to }) => (
        <li key={field}>
          <strong>{FIELD_TEXTS[field].label}</strong>
          <div className={styles.values}>
            <span>
              <span className="muted small">From</span> <Value text={from} />
            </span>
            <span>
              <span className="muted small">To</span> <Value text={to} />
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Value({ text }: { text: string }) {
  if (text.trim() === '') return <span className="muted">Not set</span>;
  return (
    <span className={styles.value} dir="auto">
      {text}
    </span>
  );
}
