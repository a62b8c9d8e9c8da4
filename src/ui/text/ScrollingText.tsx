import styles from './ScrollingText.module.css';

/** Shows a long text, such as JSON, in a box that scrolls. */
export function ScrollingText({ label, text }: { label: string; text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll it
    <pre className={styles.text} tabIndex={0} role="group" aria-label={label}>
      {text}
    </pre>
  );
}
