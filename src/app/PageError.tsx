import { PageHeader } from '../ui/PageHeader.tsx';

/**
 * Stands in place of a page that threw: a mistake in this dashboard. Shows only the error's name, because its message
 * could contain something that a person typed.
 */
export function PageError({ error }: { error: unknown }) {
  return (
    <div className="stack" role="alert">
      <PageHeader title="Couldn’t show this page" tabTitle="Couldn’t show this page" />
      <p>
        The dashboard hit an unexpected error. Your tunnels keep running, and your drafts in this tab are
        saved.
      </p>
      <p>
        <button type="button" className="button primary" onClick={() => location.reload()}>
          Reload page
        </button>
      </p>
      <p className="small muted">Error details: {error instanceof Error ? error.name : 'unknown'}</p>
    </div>
  );
}
