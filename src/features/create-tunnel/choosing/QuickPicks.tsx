import { listSavedAccessPoints, parseSavedAccessPoints } from '../../../domain/site/savedAccessPoints.ts';
import { useSession } from '../../../session/useSession.ts';
import { usePreference } from '../../../ui/usePreference.ts';
import styles from './QuickPicks.module.css';

const MOST = 8;

/** Favourites and what was used recently, one press each. */
export function QuickPicks({ chosenId, onPick }: { chosenId: string; onPick: (id: string) => void }) {
  const [shelf] = usePreference(useSession()?.identity.id ?? '', 'access-points', parseSavedAccessPoints);
  const items = listSavedAccessPoints(shelf).slice(0, MOST);
  if (items.length === 0) return null;
  return (
    <div className={styles.picks} role="group" aria-label="Favourites and recently used">
      <span className="muted small">Favourites and recently used</span>
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
