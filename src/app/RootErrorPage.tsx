import styles from './RootErrorPage.module.css';

/**
 * The last net: a mistake in this dashboard. Nothing a person typed is in the message, and their tunnels are not
 * touched by it.
 */
export function RootErrorPage({ error }: { error: unknown }) {
  const what = error instanceof Error ? error.name : 'unknown';
  return (
    <main className={styles.page}>
      <h1>This page broke</h1>
      <p>
        Something in the dashboard went wrong. Your tunnels go on as they are; drafts in this tab are kept.
      </p>
      <p>
        <button type="button" className="button primary" onClick={() => location.reload()}>
          Reload the page
        </button>
      </p>
      <p className="small muted">What happened: {what}</p>
    </main>
  );
}
