import { PageError } from './PageError.tsx';
import styles from './RootErrorPage.module.css';

/** The last resort, for an error outside the pages: the navigation itself may be what failed. */
export function RootErrorPage({ error }: { error: unknown }) {
  return (
    <main className={styles.page}>
      <PageError error={error} />
    </main>
  );
}
