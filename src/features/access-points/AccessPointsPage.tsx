import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { accessPointQueries, countUnreadable, isSearchEmpty } from '../../api/accessPoints.ts';
import { SearchField } from '../../ui/controls/SearchField.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { InfiniteQueryStates } from '../../ui/query-states/InfiniteQueryStates.tsx';
import { Skeleton } from '../../ui/query-states/Skeleton.tsx';
import { useUrlState } from '../../ui/useUrlState.ts';
import { AccessPointList } from './AccessPointList.tsx';
import styles from './AccessPointsPage.module.css';
import { ACCESS_POINT_SEARCH } from './accessPointSearch.ts';
import { NoAccessPoints } from './NoAccessPoints.tsx';
import { SavedAccessPoints } from './SavedAccessPoints.tsx';

/** Finds stream access points. The search is part of the page's address. */
export function AccessPointsPage() {
  const [{ text, onlyAdministered }, changeSearch] = useUrlState(ACCESS_POINT_SEARCH);
  const found = useInfiniteQuery({
    ...accessPointQueries.search({ text: text.trim(), onlyAdministered }),
    placeholderData: keepPreviousData,
  });
  const checkboxId = useId();
  return (
    <>
      <PageHeader
        title="Access points"
        tabTitle="Access points"
        description="A tunnel starts at one stream access point and ends at another. Find the ones closest to your programs."
      />
      <search className={styles.search}>
        <SearchField
          label="Search"
          placeholder="Name, organization, keyword, or ID"
          value={text}
          onSearch={(typed) => changeSearch({ text: typed })}
        />
        <label className={styles.administeredOnly} htmlFor={checkboxId}>
          <input
            id={checkboxId}
            type="checkbox"
            checked={onlyAdministered}
            onChange={({ target }) => changeSearch({ onlyAdministered: target.checked })}
          />
          Only ones I administer
        </label>
      </search>
      {!text && !onlyAdministered && <SavedAccessPoints />}
      <p className="muted small" role="status">
        {found.isPlaceholderData
          ? 'Searching'
          : found.data && countText(found.data.pages, countUnreadable(found.data), found.hasNextPage)}
      </p>
      <InfiniteQueryStates
        query={found}
        skeleton={<Skeleton rows={10} height="76px" />}
        isEmpty={isSearchEmpty}
        empty={
          <NoAccessPoints
            text={text.trim()}
            onlyAdministered={onlyAdministered}
            onShowAll={() => changeSearch({ text: '', onlyAdministered: false })}
          />
        }
      >
        {({ pages }, end) => (
          <div className={styles.results} aria-busy={found.isPlaceholderData}>
            <AccessPointList pages={pages} isComplete={!found.hasNextPage} end={end} />
          </div>
        )}
      </InfiniteQueryStates>
    </>
  );
}

function countText(pages: { accessPoints: unknown[] }[], unreadable: number, hasMore: boolean): string {
  const count = pages.reduce((sum, { accessPoints }) => sum + accessPoints.length, 0);
  const countOf = count === 1 ? '1 access point' : `${count.toLocaleString('en')} access points`;
  const loaded = hasMore ? `${countOf} loaded` : countOf;
  return unreadable > 0 ? `${loaded}; ${unreadable} couldn’t be loaded` : loaded;
}
