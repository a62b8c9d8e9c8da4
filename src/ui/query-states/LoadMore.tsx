import { useEffect, useEffectEvent, useRef } from 'react';
import { ProblemNotice } from '../notices/ProblemNotice.tsx';
import styles from './LoadMore.module.css';

/** The parts of an infinite query that say what comes after its last page. */
export interface PageQuery {
  hasNextPage: boolean;
  isFetching: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  error: unknown;
  fetchNextPage: () => unknown;
}

/** How far below the visible part of the list the next page is fetched already. */
const AHEAD = '800px';

/** Stands at the end of a list and fetches its next page when the reader comes near; a button does the same. */
export function LoadMore({ query, hasSeveralPages }: { query: PageQuery; hasSeveralPages: boolean }) {
  const { hasNextPage, isFetching, isFetchingNextPage, isFetchNextPageError, error } = query;
  const button = useRef<HTMLButtonElement>(null);
  // Never while another response is on its way: fetching the next page would cancel it.
  const fetchNext = useEffectEvent(() => {
    if (hasNextPage && !isFetching) query.fetchNextPage();
  });
  const isWaiting = hasNextPage && !isFetching && !isFetchNextPageError;
  useEffect(() => {
    if (!isWaiting || !button.current) return;
    // A new observer after every page: an old one reports nothing while the button stays in sight.
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && fetchNext(),
      { root: scrollerOf(button.current), rootMargin: AHEAD },
    );
    observer.observe(button.current);
    return () => observer.disconnect();
  }, [isWaiting]);
  if (!hasNextPage) return hasSeveralPages && <p className={`muted small ${styles.more}`}>End of list</p>;
  return (
    <div className={styles.more}>
      {isFetchNextPageError && <ProblemNotice error={error} />}
      <button
        ref={button}
        type="button"
        className="button"
        aria-disabled={isFetching}
        onClick={() => !isFetching && query.fetchNextPage()}
      >
        {isFetchingNextPage ? 'Loading more' : isFetchNextPageError ? 'Try again' : 'Load more'}
      </button>
    </div>
  );
}

/** The box that the list scrolls in, or null for the window: rootMargin counts only against the right one. */
function scrollerOf(element: Element): Element | null {
  for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
  }
  return null;
}
