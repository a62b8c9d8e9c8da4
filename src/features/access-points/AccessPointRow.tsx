import { memo } from 'react';
import { Link } from 'react-router';
import { routePaths } from '../../config/routePaths.ts';
import type { AccessPoint } from '../../domain/site/accessPoint.ts';
import styles from './AccessPointRow.module.css';
import { FavoriteButton } from './FavoriteButton.tsx';
import { KeywordChips } from './KeywordChips.tsx';
import { UseAsLinks } from './UseAsLinks.tsx';

const MAX_KEYWORDS = 4;

/** Shows an access point in the list: as a row, or on narrow screens as a card. */
function Row({ accessPoint }: { accessPoint: AccessPoint }) {
  const { id, name, organization, department, description, keywords } = accessPoint;
  return (
    <div className={styles.row}>
      <div className={styles.identity}>
        <Link className={styles.name} to={routePaths.accessPoint(id)} dir="auto" title={name}>
          {name}
        </Link>
        <p className={styles.organization}>
          <bdi>{organization ?? 'No organization'}</bdi>
        </p>
      </div>
      <div className={styles.details}>
        <p className={styles.description}>
          <bdi>{department}</bdi>
          {department && description && ' · '}
          <bdi>{description}</bdi>
        </p>
        <KeywordChips keywords={keywords} maxCount={MAX_KEYWORDS} />
      </div>
      <div className={styles.actions}>
        <FavoriteButton accessPoint={accessPoint} />
        <UseAsLinks accessPoint={accessPoint} />
      </div>
    </div>
  );
}

// Scrolling renders the list many times a second; rows that stay in view needn't render again.
export const AccessPointRow = memo(Row);
