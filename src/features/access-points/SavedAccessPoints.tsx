import { useId, useState } from 'react';
import { Link } from 'react-router';
import { routePaths } from '../../config/routePaths.ts';
import { parseSavedAccessPoints, type SavedAccessPoint } from '../../domain/site/savedAccessPoints.ts';
import { useSession } from '../../session/useSession.ts';
import { ConfirmDialog } from '../../ui/dialogs/ConfirmDialog.tsx';
import { useFocusFallback } from '../../ui/dialogs/useFocusFallback.ts';
import { usePreference } from '../../ui/usePreference.ts';
import { FavoriteButton } from './FavoriteButton.tsx';
import styles from './SavedAccessPoints.module.css';
import { UseAsLinks } from './UseAsLinks.tsx';

/** A person's favourites, and what they used for their last tunnels; kept on this device alone. */
export function SavedAccessPoints() {
  const [shelf, changeShelf] = usePreference(
    useSession()?.identity.id ?? '',
    'access-points',
    parseSavedAccessPoints,
  );
  const part = useFocusFallback();
  return (
    <div className={styles.groups} {...part}>
      <Group
        title="Favourites"
        clear="Clear favourites"
        items={shelf.favorites}
        onClear={() => changeShelf((before) => ({ ...before, favorites: [] }))}
      />
      <Group
        title="Recently used"
        clear="Clear recently used"
        items={shelf.recent}
        onClear={() => changeShelf((before) => ({ ...before, recent: [] }))}
      />
    </div>
  );
}

function Group({
  title,
  clear,
  items,
  onClear,
}: {
  title: string;
  clear: string;
  items: SavedAccessPoint[];
  onClear: () => void;
}) {
  const titleId = useId();
  const [isAsked, setAsked] = useState(false);
  if (items.length === 0) return null;
  return (
    <section className="card" aria-labelledby={titleId}>
      <div className={styles.head}>
        <h2 id={titleId}>{title}</h2>
        <span className="muted small">Kept on this device</span>
        <button type="button" className="button plain" onClick={() => setAsked(true)} aria-label={clear}>
          Clear
        </button>
      </div>
      <ul className={styles.items} aria-labelledby={titleId}>
        {items.map((item) => (
          <li key={item.id} className={styles.item}>
            <FavoriteButton accessPoint={item} />
            <span className={styles.text}>
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
      {isAsked && (
        <ConfirmDialog
          title={`${clear}?`}
          action={clear}
          isPending={false}
          error={null}
          onConfirm={() => {
            setAsked(false);
            onClear();
          }}
          onClose={() => setAsked(false)}
        >
          <p>
            This takes {items.length === 1 ? 'one access point' : `${items.length} access points`} off this
            list, which is kept on this device alone. At Globus nothing changes, and your tunnels stay.
          </p>
        </ConfirmDialog>
      )}
    </section>
  );
}
