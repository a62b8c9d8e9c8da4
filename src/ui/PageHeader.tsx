import { type ReactNode, useEffect } from 'react';
import styles from './PageHeader.module.css';

/** Title, one line of what the page is, and its main action, in the same corner on every page. */
export function PageHeader({
  title,
  tabTitle,
  description,
  actions,
}: {
  title: ReactNode;
  /** What the browser's tab says; a person with ten tabs reads only this. */
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
        {/* Focus comes here after a change of page, so that a screen reader says where one is. */}
        <h1 tabIndex={-1}>{title}</h1>
        {description && <p className="muted">{description}</p>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
