import styles from './ScrollingText.module.css';

/** A long text of a machine in a box of its own, which scrolls, so the keyboard can get into it. */
export function ScrollingText({ label, text }: { label: string; text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <pre className={styles.text} tabIndex={0} role="group" aria-label={label}>
      {text}
    </pre>
  );
}
