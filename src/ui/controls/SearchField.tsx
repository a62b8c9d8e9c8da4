import { type ComponentProps, useEffect, useEffectEvent, useId, useState } from 'react';
import styles from './SearchField.module.css';

const PAUSE_MS = 250;

/** A search box that reports what was typed once the typing pauses, and follows its value when that changes elsewhere. */
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
  /** 0 for what is searched right here. */
  debounceMs?: number;
  value: string;
  onSearch: (text: string) => void;
} & Omit<ComponentProps<'input'>, 'id' | 'type' | 'className' | 'value' | 'onChange'>) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  const [seen, setSeen] = useState(value);
  // What was reported and has not come back as the value yet: it must not overwrite what is typed meanwhile.
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
  // biome-ignore lint/correctness/useExhaustiveDependencies: the pause begins anew with every key
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
