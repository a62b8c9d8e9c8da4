import styles from './CommandLine.module.css';
import { CopyButton } from './CopyButton.tsx';

/** Something to paste into a terminal or a file, whole, with what it does above it. */
export function CommandLine({ words, text }: { words: string; text: string }) {
  return (
    <div>
      <p className={`small muted ${styles.words}`}>{words}</p>
      <div className={styles.line}>
        <pre className={styles.text} {...(text.includes('\n') && scrolling(words))}>
          <code>{text}</code>
        </pre>
        <CopyButton text={text} what={`what is below “${words}”`} compact />
      </div>
    </div>
  );
}

/** Lines of a script scroll instead of being broken, so the keyboard must get into them. */
function scrolling(words: string) {
  return { 'data-script': true, tabIndex: 0, role: 'group', 'aria-label': words };
}
