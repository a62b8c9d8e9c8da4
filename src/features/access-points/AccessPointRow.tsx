import { Link } from 'react-router';
import { routePaths } from '../../config/routePaths.ts';
import type { AccessPoint } from '../../domain/accessPoint.ts';
import styles from './AccessPointRow.module.css';
import { KeywordChips } from './KeywordChips.tsx';
import { UseAsLinks } from './UseAsLinks.tsx';

const MOST_KEYWORDS = 4;

/** An access point among others: a row where there is room, a card where there is not. */
export function AccessPointRow({ accessPoint }: { accessPoint: AccessPoint }) {
  const { id, name, organization, department, description, keywords } = accessPoint;
  const about = [department, description].filter(Boolean).join(' · ');
  return (
    <div className={styles.row}>
      <div className={styles.who}>
        <Link className={styles.name} to={routePaths.accessPoint(id)} dir="auto" title={name}>
          {name}
        </Link>
        <p className={styles.organization} dir="auto">
          {organization ?? 'Organization not given'}
        </p>
      </div>
      <div className={styles.what}>
        {about && (
          <p className={styles.about} dir="auto" title={about.slice(0, 500)}>
            {about}
          </p>
        )}
        <KeywordChips keywords={keywords} atMost={MOST_KEYWORDS} />
      </div>
      <div className={styles.actions}>
        <UseAsLinks accessPoint={accessPoint} />
      </div>
    </div>
  );
}
