import { useId, useState } from 'react';
import { Link } from 'react-router';
import { routePaths } from '../../config/routePaths.ts';
import type { SavedAccessPoint } from '../../domain/site/savedAccessPoints.ts';
import { useSession } from '../../session/useSession.ts';
import { ConfirmDialog } from '../../ui/dialogs/ConfirmDialog.tsx';
import { useFocusFallback } from '../../ui/dialogs/useFocusFallback.ts';
import { useSavedAccessPoints } from '../../ui/useSavedAccessPoints.ts';
import { FavoriteButton } from './FavoriteButton.tsx';
import styles from './SavedAccessPoints.module.css';
import { UseAsLinks } from './UseAsLinks.tsx';

/** Lists the user's favorites and the access points of their latest tunnels, which are saved on this device. */
export function SavedAccessPoints() {
  const [saved, change] = useSavedAccessPoints(useSession()?.identity.id ?? '');
  const focusFallback = useFocusFallback();
  return (
    <div className={styles.groups} {...focusFallback}>
      <Group
        title="Favorites"
        clear="Clear favorites"
        items={saved.favorites}
        onClear={() => change((before) => ({ ...before, favorites: [] }))}
      />
      <Group
        title="Recent"
        clear="Clear recent"
        items={saved.recent}
        onClear={() => change((before) => ({ ...before, recent: [] }))}
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
  const [isConfirming, setConfirming] = useState(false);
  if (items.length === 0) return null;
  return (
    <section className="card" aria-labelledby={titleId}>
      <div className={styles.head}>
        <h2 id={titleId}>{title}</h2>
        <span className="muted small">Saved on this device</span>
        <button type="button" className="button plain" onClick={() => setConfirming(true)} aria-label={clear}>
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
      {isConfirming && (
        <ConfirmDialog
          title={`${clear}?`}
          action={clear}
          isPending={false}
          error={null}
          onConfirm={() => {
            setConfirming(false);
            onClear();
          }}
          onClose={() => setConfirming(false)}
        >
          <p>
            This removes {items.length === 1 ? '1 access point' : `${items.length} access points`} from this
            list on this device. It doesn’t affect your tunnels or anything at Globus.
          </p>
        </ConfirmDialog>
      )}
    </section>
  );
}
