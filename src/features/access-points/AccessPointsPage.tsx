import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useSearchParams } from 'react-router';
import { accessPointQueries, countUnreadable, isSearchEmpty } from '../../api/accessPoints.ts';
import { SearchField } from '../../ui/controls/SearchField.tsx';
import { EmptyState } from '../../ui/notices/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QueryStates } from '../../ui/query-states/QueryStates.tsx';
import { Skeleton } from '../../ui/query-states/Skeleton.tsx';
import { AccessPointList } from './AccessPointList.tsx';
import styles from './AccessPointsPage.module.css';
import { SavedAccessPoints } from './SavedAccessPoints.tsx';

/** Finds stream access points; what is asked for lives in the address. */
export function AccessPointsPage() {
  const [parameters, setParameters] = useSearchParams();
  const text = parameters.get('q') ?? '';
  const onlyAdministered = parameters.get('mine') === '1';
  const found = useInfiniteQuery({
    ...accessPointQueries.search({ text: text.trim(), onlyAdministered }),
    placeholderData: keepPreviousData,
  });
  const ask = (name: 'q' | 'mine', value: string) => {
    const next = new URLSearchParams(parameters);
    if (value) next.set(name, value);
    else next.delete(name);
    // Replaced: a search is one place to come back to, not one for every letter.
    setParameters(next, { replace: true });
  };
  const mineId = useId();
  return (
    <>
      <PageHeader
        title="Access points"
        tabTitle="Access points"
        description="The places a tunnel can begin or end. Find the two that are nearest to your programs."
      />
      <search className={styles.search}>
        <SearchField
          label="Search"
          placeholder="Name, organization, keyword or id"
          value={text}
          onSearch={(typed) => ask('q', typed)}
        />
        <label className={styles.administeredOnly} htmlFor={mineId}>
          <input
            id={mineId}
            type="checkbox"
            checked={onlyAdministered}
            onChange={({ target }) => ask('mine', target.checked ? '1' : '')}
          />
          Only those I administer
        </label>
      </search>
      {!text && !onlyAdministered && <SavedAccessPoints />}
      <p className="muted small" role="status">
        {found.isPlaceholderData
          ? 'Searching'
          : found.data && countWords(found.data.pages, countUnreadable(found.data), found.hasNextPage)}
      </p>
      <QueryStates
        // A next page that fails is told at the end of the list, where it is missing.
        query={{
          data: found.data,
          error: found.isFetchNextPageError ? null : found.error,
          errorUpdatedAt: found.errorUpdatedAt,
          refetch: found.refetch,
        }}
        skeleton={<Skeleton rows={10} height="76px" />}
        isEmpty={isSearchEmpty}
        empty={
          <NothingFound
            text={text.trim()}
            onlyAdministered={onlyAdministered}
            onShowAll={() => setParameters({})}
          />
        }
      >
        {({ pages }) => (
          <div className={styles.results} aria-busy={found.isPlaceholderData}>
            <AccessPointList pages={pages} query={found} />
          </div>
        )}
      </QueryStates>
    </>
  );
}

function countWords(pages: { accessPoints: unknown[] }[], unreadable: number, hasMore: boolean): string {
  const count = pages.reduce((sum, { accessPoints }) => sum + accessPoints.length, 0);
  const words = count === 1 ? '1 access point' : `${count.toLocaleString('en')} access points`;
  return [
    hasMore ? `${words} so far, more below` : words,
    ...(unreadable > 0 ? [`${unreadable} more could not be read`] : []),
  ].join('; ');
}

function NothingFound(asked: { text: string; onlyAdministered: boolean; onShowAll: () => void }) {
  const { text, onlyAdministered, onShowAll } = asked;
  if (!text && !onlyAdministered) {
    return (
      <EmptyState title="There are no access points yet">
        An access point appears here when an administrator makes a stream gateway on an endpoint and lets you
        see it.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={text ? 'No access point matches' : 'You administer no access points'}
      action={
        <button type="button" className="button" onClick={onShowAll}>
          Show all access points
        </button>
      }
    >
      {text ? (
        <>
          Nothing {onlyAdministered && 'that you administer '}mentions “<bdi>{text}</bdi>” in its name,
          organization, description, keywords or contacts. Try fewer or other words.
        </>
      ) : (
        'Those on endpoints where you have the administrator role would be here.'
      )}
    </EmptyState>
  );
}
