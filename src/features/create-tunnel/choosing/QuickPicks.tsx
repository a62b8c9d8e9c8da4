import { listSavedAccessPoints } from '../../../domain/site/savedAccessPoints.ts';
import { useSession } from '../../../session/useSession.ts';
import { useSavedAccessPoints } from '../../../ui/useSavedAccessPoints.ts';
import styles from './QuickPicks.module.css';

const MAX_COUNT = 8;

/** Offers favorites and recent access points as buttons. */
export function QuickPicks({ chosenId, onPick }: { chosenId: string; onPick: (id: string) => void }) {
  const [saved] = useSavedAccessPoints(useSession()?.identity.id ?? '');
  const items = listSavedAccessPoints(saved).slice(0, MAX_COUNT);
  if (items.length === 0) return null;
  return (
    <div className={styles.picks} role="group" aria-label="Favorites and recent">
      <span className="muted small">Favorites and recent</span>
      {items.map(({ id, name, organization }) => (
        <button
          key={id}
          type="button"
          className={styles.pick}
          aria-pressed={id === chosenId}
          title={organization ?? undefined}
          dir="auto"
          onClick={() => onPick(id)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
