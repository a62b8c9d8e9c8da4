import { type SavedAccessPoint, withFavorite } from '../../domain/site/savedAccessPoints.ts';
import { useSession } from '../../session/useSession.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useSavedAccessPoints } from '../../ui/useSavedAccessPoints.ts';
import styles from './FavoriteButton.module.css';

/** Adds an access point to the user's favorites, or removes it. */
export function FavoriteButton({ accessPoint }: { accessPoint: SavedAccessPoint }) {
  const [saved, change] = useSavedAccessPoints(useSession()?.identity.id ?? '');
  const isFavorite = saved.favorites.some(({ id }) => id === accessPoint.id);
  return (
    <button
      type="button"
      className={`button plain ${styles.star}`}
      aria-pressed={isFavorite}
      aria-label={`Favorite: ${accessPoint.name}`}
      title={isFavorite ? 'Remove from favorites' : 'Add to favorites'}
      onClick={() => change((before) => withFavorite(before, accessPoint, !isFavorite))}
    >
      <Icon name="star" />
    </button>
  );
}
