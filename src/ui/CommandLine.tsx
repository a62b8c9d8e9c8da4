import styles from './CommandLine.module.css';
import { CopyButton } from './CopyButton.tsx';

/** Something to paste into a terminal or a file, whole, with what it does above it. */
export function CommandLine({ words, text }: { words: string; text: string }) {
  return (
    <div>
      <p className="small muted">{words}</p>
      <div className={styles.line}>
        <pre className={styles.text}>
          <code>{text}</code>
        </pre>
        <CopyButton text={text} what={`what is below “${words}”`} compact />
      </div>
    </div>
  );
}
