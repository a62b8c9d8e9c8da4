import { useEffect, useLayoutEffect } from 'react';
import { useLocation } from 'react-router';
import { pagePathOf } from '../../config/routePaths.ts';

/** Restores the scroll position of a page that was visited before. Starts any other page at the top. */
export function useScrollRestoration(): void {
  const page = pagePathOf(useLocation().pathname);
  useEffect(() => {
    // The browser's own restoration scrolls before the page has rendered.
    history.scrollRestoration = 'manual';
  }, []);
  useLayoutEffect(() => {
    scrollTo(0, scrollTopPx.get(page) ?? 0);
    const save = () => scrollTopPx.set(page, scrollY);
    addEventListener('scroll', save, { passive: true });
    return () => removeEventListener('scroll', save);
  }, [page]);
}

const scrollTopPx = new Map<string, number>();
