import { useEffect, useEffectEvent, useRef } from 'react';
import { ProblemNotice } from '../notices/ProblemNotice.tsx';
import styles from './LoadMore.module.css';

/** The part of an infinite query this depends on; TanStack Query's results fit. */
interface Pages {
  hasNextPage: boolean;
  isFetching: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  error: unknown;
  fetchNextPage: () => unknown;
}

/** How far below what one sees the next page is fetched already. */
const AHEAD = '800px';

/** Stands at the end of a list and fetches its next page when it comes near; as a button for those who press it. */
export function LoadMore({ query }: { query: Pages }) {
  const { hasNextPage, isFetching, isFetchingNextPage, isFetchNextPageError, error } = query;
  const button = useRef<HTMLButtonElement>(null);
  // Never while another answer is on its way: asking for the next page would cancel it.
  const fetchNext = useEffectEvent(() => {
    if (hasNextPage && !isFetching) query.fetchNextPage();
  });
  const isWaiting = hasNextPage && !isFetching && !isFetchNextPageError;
  useEffect(() => {
    if (!isWaiting || !button.current) return;
    // Made anew after every page: what is in sight already has no edge left to cross.
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && fetchNext(),
      { root: scrollerOf(button.current), rootMargin: AHEAD },
    );
    observer.observe(button.current);
    return () => observer.disconnect();
  }, [isWaiting]);
  if (!hasNextPage) return null;
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
        {isFetchingNextPage ? 'Loading more' : 'Load more'}
      </button>
    </div>
  );
}

/** The box the list scrolls in, or null for the window: rootMargin counts only against the right one. */
function scrollerOf(element: Element): Element | null {
  for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
  }
  return null;
}
