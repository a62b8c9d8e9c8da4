import { shortId } from '../../../domain/text/id.ts';
import { tunnelName } from '../../../domain/tunnel/tunnel.ts';
import { ScrollingList } from './ScrollingList.tsx';
import styles from './TunnelNameList.module.css';

/** No one reads more names than this. The rest is a number. */
const MOST_NAMES = 100;

/** Lists tunnels by name, each with a short detail. */
export function TunnelNameList({
  label,
  items,
}: {
  label: string;
  items: readonly { tunnel: { id: string; label: string | null }; detail: string }[];
}) {
  const more = items.length - MOST_NAMES;
  return (
    <ScrollingList label={label} className={styles.list}>
      {items.slice(0, MOST_NAMES).map(({ tunnel, detail }) => (
        <li key={tunnel.id} className={styles.item}>
          <span className={styles.name}>
            <bdi>{tunnelName(tunnel)}</bdi>
          </span>{' '}
          {/* Several tunnels can have the same label. Without a label, the name is the ID. */}
          {tunnel.label !== null && <span className="mono muted">{shortId(tunnel.id)}</span>}{' '}
          <span className={`muted ${styles.detail}`}>{detail}</span>
        </li>
      ))}
      {more > 0 && <li className={`muted ${styles.more}`}>and {more.toLocaleString('en')} more</li>}
    </ScrollingList>
  );
}
