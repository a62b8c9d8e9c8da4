import styles from './CommandLine.module.css';
import { CopyButton } from './CopyButton.tsx';

/** Shows a command or script to copy, with a caption above it that says what it does. */
export function CommandLine({ caption, text }: { caption: string; text: string }) {
  return (
    <div>
      <p className={`small muted ${styles.caption}`}>{caption}</p>
      <div className={styles.line}>
        <pre className={styles.text} {...(text.includes('\n') && scrolling(caption))}>
          <code>{text.includes('\n') ? text : <Tokens text={text} />}</code>
        </pre>
        <CopyButton text={text} contentLabel={`command: ${caption}`} compact />
      </div>
    </div>
  );
}

/** Lets a line break between the words of a command, and inside a word, such as an ID, only where it must. */
function Tokens({ text }: { text: string }) {
  return text.split(/( +)/).map((part, at) =>
    at % 2 === 1 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the words of a command have no other key
      <span key={at} className={styles.token}>
        {part}
      </span>
    ),
  );
}

/** Returns the attributes of a script: its lines scroll instead of wrapping, so the keyboard must be able to reach it. */
function scrolling(label: string) {
  return { 'data-script': true, tabIndex: 0, role: 'group', 'aria-label': label };
}
