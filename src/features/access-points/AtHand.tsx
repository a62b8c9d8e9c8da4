import { useId } from 'react';
import { Link } from 'react-router';
import { routePaths } from '../../config/routePaths.ts';
import { readShelf, type ShelfItem } from '../../domain/accessPointShelf.ts';
import { useSession } from '../../session/useSession.ts';
import { useKept } from '../../ui/useKept.ts';
import styles from './AtHand.module.css';
import { FavouriteButton } from './FavouriteButton.tsx';
import { UseAsLinks } from './UseAsLinks.tsx';

/** A person's favourites, and what they used for their last tunnels; kept on this device alone. */
export function AtHand() {
  const [shelf, changeShelf] = useKept(useSession()?.identity.id ?? '', 'access-points', readShelf);
  return (
    <>
      <Group
        title="Favourites"
        clearLabel="Clear favourites"
        items={shelf.favourites}
        onClear={() => changeShelf((before) => ({ ...before, favourites: [] }))}
      />
      <Group
        title="Recently used"
        clearLabel="Clear recently used"
        items={shelf.recent}
        onClear={() => changeShelf((before) => ({ ...before, recent: [] }))}
      />
    </>
  );
}

function Group({
  title,
  clearLabel,
  items,
  onClear,
}: {
  title: string;
  clearLabel: string;
  items: ShelfItem[];
  onClear: () => void;
}) {
  const titleId = useId();
  if (items.length === 0) return null;
  return (
    <section className="card" aria-labelledby={titleId}>
      <div className={styles.head}>
        <h2 id={titleId}>{title}</h2>
        <span className="muted small">kept on this device</span>
        <button type="button" className="button plain" onClick={onClear} aria-label={clearLabel}>
          Clear
        </button>
      </div>
      <ul className={styles.items} aria-labelledby={titleId}>
        {items.map((item) => (
          <li key={item.id} className={styles.item}>
            <FavouriteButton accessPoint={item} />
            <span className={styles.words}>
              <Link to={routePaths.accessPoint(item.id)} dir="auto">
                {item.name}
              </Link>{' '}
              <bdi className="muted small">{item.organization}</bdi>
            </span>
            <span className={styles.actions}>
              <UseAsLinks accessPoint={item} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
