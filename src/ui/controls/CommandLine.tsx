import styles from './CommandLine.module.css';
import { CopyButton } from './CopyButton.tsx';

/** Something to paste into a terminal or a file, whole, with what it does above it. */
export function CommandLine({ caption, text }: { caption: string; text: string }) {
  return (
    <div>
      <p className={`small muted ${styles.caption}`}>{caption}</p>
      <div className={styles.line}>
        <pre className={styles.text} {...(text.includes('\n') && scrolling(caption))}>
          <code>{text.includes('\n') ? text : <Tokens text={text} />}</code>
        </pre>
        <CopyButton text={text} contentLabel={`what is below “${caption}”`} compact />
      </div>
    </div>
  );
}

/** A line breaks between the words of a command; inside one, such as an option or an id, only where it must. */
function Tokens({ text }: { text: string }) {
  return text.split(/( +)/).map((part, at) =>
    at % 2 === 1 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the words of a command have no other name
      <span key={at} className={styles.token}>
        {part}
      </span>
    ),
  );
}

/** Lines of a script scroll instead of being broken, so the keyboard must get into them. */
function scrolling(words: string) {
  return { 'data-script': true, tabIndex: 0, role: 'group', 'aria-label': words };
}
