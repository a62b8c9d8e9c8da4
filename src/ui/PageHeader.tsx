import { type ReactNode, useEffect } from 'react';
import styles from './PageHeader.module.css';

/** The title of a page, one line about it, and its main actions, in the same place on every page. */
export function PageHeader({
  title,
  tabTitle,
  description,
  actions,
}: {
  title: ReactNode;
  /** The title of the browser tab. */
  tabTitle: string;
  description?: ReactNode;
  actions?: ReactNode;
}) {
  useEffect(() => {
    document.title = tabTitle;
  }, [tabTitle]);
  return (
    <header className={styles.header}>
      <div className={styles.heading}>
        {/* The focus moves here after navigation, so that a screen reader announces the page. */}
        <h1 tabIndex={-1}>{title}</h1>
        {description && <p className="muted">{description}</p>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
