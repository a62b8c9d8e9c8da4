import { useEffect, useState } from 'react';
import { Icon } from '../Icon.tsx';
import styles from './CopyButton.module.css';

/** Copies a text, and says on the button and to screen readers whether it worked. */
export function CopyButton({
  text,
  contentLabel,
  compact = false,
}: {
  text: string;
  /** What is copied, after the word "Copy": "tunnel ID". */
  contentLabel: string;
  /** Whether the button shows only its icon. */
  compact?: boolean;
}) {
  const [result, setResult] = useState<'copied' | 'failed' | null>(null);
  useEffect(() => {
    if (!result) return;
    const timer = setTimeout(() => setResult(null), 2000);
    return () => clearTimeout(timer);
  }, [result]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setResult('copied');
    } catch {
      // The browser refused, or there is no clipboard, as on a page without HTTPS.
      setResult('failed');
    }
  };
  const message =
    result === 'copied' ? 'Copied' : result === 'failed' ? 'Your browser blocked copying' : null;
  const isBesideButton = compact && result === 'failed';
  return (
    <span className={styles.copy}>
      <button
        type="button"
        className={compact ? 'button plain' : 'button'}
        onClick={() => void copy()}
        aria-label={`Copy ${contentLabel}`}
        title={`Copy ${contentLabel}`}
      >
        <Icon name={result === 'copied' ? 'check' : 'copy'} />
        {!compact && <span aria-hidden="true">{message ?? 'Copy'}</span>}
      </button>
      {/* Outside the button: its aria-label replaces what is inside. */}
      <span className={isBesideButton ? styles.failed : 'visually-hidden'} role="status">
        {message}
      </span>
    </span>
  );
}
