import { Notice } from '../../../ui/notices/Notice.tsx';

/** Says that a tunnel has more events than the list shows, and loads them. */
export function MoreEventsNotice({
  count,
  lacksNewest,
  isLoading,
  onLoadMore,
}: {
  /** How many events the list shows. */
  count: number;
  /** The newest events are missing, rather than older ones. */
  lacksNewest: boolean;
  isLoading: boolean;
  onLoadMore: () => unknown;
}) {
  if (isLoading) {
    return (
      <p className="muted" role="status">
        Loading more events ({count} so far)…
      </p>
    );
  }
  return (
    <Notice
      tone="warning"
      actions={
        <button type="button" className="button" onClick={() => onLoadMore()}>
          {lacksNewest ? 'Load newer events' : 'Load older events'}
        </button>
      }
    >
      <p>
        {count === 1 ? 'Showing 1 event.' : `Showing ${count} events.`}{' '}
        {lacksNewest ? 'Newer events haven’t been loaded.' : 'Older events haven’t been loaded.'}
      </p>
    </Notice>
  );
}
