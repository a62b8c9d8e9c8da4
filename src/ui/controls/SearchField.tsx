import { type ComponentProps, useEffect, useEffectEvent, useId, useState } from 'react';
import styles from './SearchField.module.css';

const PAUSE_MS = 250;

/** A search box that reports its text once typing pauses, and follows its value when that changes elsewhere. */
export function SearchField({
  label,
  isLabelHidden = false,
  debounceMs = PAUSE_MS,
  value,
  onSearch,
  ...input
}: {
  label: string;
  isLabelHidden?: boolean;
  /** 0 where the search needs no request. */
  debounceMs?: number;
  value: string;
  onSearch: (text: string) => void;
} & Omit<ComponentProps<'input'>, 'id' | 'type' | 'className' | 'value' | 'onChange'>) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  const [seen, setSeen] = useState(value);
  // Texts that were reported but haven't come back as the value yet: they must not overwrite newer typing.
  const [reported, setReported] = useState<readonly string[]>([]);
  if (value !== seen) {
    setSeen(value);
    setReported(reported.slice(reported.indexOf(value) + 1));
    if (!reported.includes(value)) setTyped(value);
  }
  const report = useEffectEvent(() => {
    if (typed === value) return;
    setReported([...reported, typed]);
    onSearch(typed);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: every key restarts the pause
  useEffect(() => {
    const timer = setTimeout(report, debounceMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={isLabelHidden ? 'visually-hidden' : undefined}>
        {label}
      </label>
      <input
        {...input}
        id={id}
        type="search"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
    </div>
  );
}
