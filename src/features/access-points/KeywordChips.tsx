import { Link } from 'react-router';
import { routePaths } from '../../config/routePaths.ts';
import styles from './KeywordChips.module.css';

/** Keywords, each of which searches for itself. */
export function KeywordChips({ keywords, maxCount = Infinity }: { keywords: string[]; maxCount?: number }) {
  if (keywords.length === 0) return null;
  const hidden = keywords.slice(maxCount);
  return (
    <ul className={styles.chips} aria-label="Keywords">
      {keywords.slice(0, maxCount).map((keyword) => (
        <li key={keyword}>
          <Link
            className={styles.chip}
            dir="auto"
            title={`Search for ${keyword}`}
            to={`${routePaths.accessPoints}?${new URLSearchParams({ q: keyword })}`}
          >
            {keyword}
          </Link>
        </li>
      ))}
      {hidden.length > 0 && (
        <li className="muted small" title={hidden.join(', ').slice(0, 500)}>
          and {hidden.length} more
        </li>
      )}
    </ul>
  );
}
