import { useEffect, useState } from 'react';
import { Icon } from '../Icon.tsx';
import styles from './CopyButton.module.css';

/** Copies a text; says so where it was pressed, and to assistive technology. */
export function CopyButton({
  text,
  contentLabel,
  compact = false,
}: {
  text: string;
  contentLabel: string;
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
      // Refused; or there is no clipboard at all, as on a page without https.
      setResult('failed');
    }
  };
  const said = result === 'copied' ? 'Copied' : result === 'failed' ? 'Copying is not allowed here' : null;
  const isOnlySaidBeside = compact && result === 'failed';
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
        {!compact && <span aria-hidden="true">{said ?? 'Copy'}</span>}
      </button>
      {/* Not in the button, which has a name of its own that is read out in place of what is in it. */}
      <span className={isOnlySaidBeside ? styles.failed : 'visually-hidden'} role="status">
        {said}
      </span>
    </span>
  );
}
