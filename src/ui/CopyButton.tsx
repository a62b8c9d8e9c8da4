import { useEffect, useState } from 'react';
import { Icon } from './Icon.tsx';

/** Copies a text; says so where it was pressed, and to assistive technology. */
export function CopyButton({
  text,
  what,
  compact = false,
}: {
  text: string;
  what: string;
  compact?: boolean;
}) {
  const [result, setResult] = useState<'copied' | 'failed' | null>(null);
  useEffect(() => {
    if (!result) return;
    const timer = setTimeout(() => setResult(null), 2000);
    return () => clearTimeout(timer);
  }, [result]);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setResult('copied'),
      () => setResult('failed'),
    );
  const said = result === 'copied' ? 'Copied' : result === 'failed' ? 'Copying is not allowed here' : null;
  return (
    <button
      type="button"
      className={compact ? 'button plain' : 'button'}
      onClick={() => void copy()}
      aria-label={`Copy ${what}`}
      title={`Copy ${what}`}
    >
      <Icon name={result === 'copied' ? 'check' : 'copy'} />
      {!compact && <span aria-hidden="true">{said ?? 'Copy'}</span>}
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </button>
  );
}
