import { readShelf, type ShelfItem, withFavourite } from '../../domain/site/savedAccessPoints.ts';
import { useSession } from '../../session/useSession.ts';
import { Icon } from '../../ui/Icon.tsx';
import { usePreference } from '../../ui/usePreference.ts';
import styles from './FavouriteButton.module.css';

/** Makes an access point a favourite of the person who is signed in, or no longer one. */
export function FavouriteButton({ accessPoint }: { accessPoint: ShelfItem }) {
  const [shelf, changeShelf] = usePreference(useSession()?.identity.id ?? '', 'access-points', readShelf);
  const isFavourite = shelf.favourites.some(({ id }) => id === accessPoint.id);
  return (
    <button
      type="button"
      className={`button plain ${styles.star}`}
      aria-pressed={isFavourite}
      aria-label={`Favourite: ${accessPoint.name}`}
      title={isFavourite ? 'A favourite of yours' : 'Make it a favourite'}
      onClick={() => changeShelf((before) => withFavourite(before, accessPoint, !isFavourite))}
    >
      <Icon name="star" />
    </button>
  );
}
