import { routePaths } from '../../config/routePaths.ts';
import { Chip } from '../../ui/controls/Chip.tsx';
import { searchQueryString } from './accessPointSearch.ts';
import styles from './KeywordChips.module.css';

const MAX_CHIPS = 100;

/** Shows keywords as links; each link searches for its keyword. The rest is counted. */
export function KeywordChips({ keywords, maxCount = MAX_CHIPS }: { keywords: string[]; maxCount?: number }) {
  if (keywords.length === 0) return null;
  const hidden = keywords.slice(maxCount);
  return (
    <ul className={styles.chips} aria-label="Keywords">
      {keywords.slice(0, maxCount).map((keyword) => (
        <li key={keyword}>
          <Chip
            title={`Search for “${keyword}”`}
            to={routePaths.accessPoints + searchQueryString({ text: keyword })}
          >
            {keyword}
          </Chip>
        </li>
      ))}
      {hidden.length > 0 && (
        <li className="muted small" title={hidden.join(', ').slice(0, 500)}>
          +{hidden.length} more
        </li>
      )}
    </ul>
  );
}
