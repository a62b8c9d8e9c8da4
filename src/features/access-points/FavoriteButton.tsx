import {
  parseSavedAccessPoints,
  type SavedAccessPoint,
  withFavorite,
} from '../../domain/site/savedAccessPoints.ts';
import { useSession } from '../../session/useSession.ts';
import { Icon } from '../../ui/Icon.tsx';
import { usePreference } from '../../ui/usePreference.ts';
import styles from './FavoriteButton.module.css';

/** Makes an access point a favourite of the person who is signed in, or no longer one. */
export function FavoriteButton({ accessPoint }: { accessPoint: SavedAccessPoint }) {
  const [shelf, changeShelf] = usePreference(
    useSession()?.identity.id ?? '',
    'access-points',
    parseSavedAccessPoints,
  );
  const isFavourite = shelf.favorites.some(({ id }) => id === accessPoint.id);
  return (
    <button
      type="button"
      className={`button plain ${styles.star}`}
      aria-pressed={isFavourite}
      aria-label={`Favourite: ${accessPoint.name}`}
      title={isFavourite ? 'A favourite of yours' : 'Make it a favourite'}
      onClick={() => changeShelf((before) => withFavorite(before, accessPoint, !isFavourite))}
    >
      <Icon name="star" />
    </button>
  );
}
