import { useEffect, useLayoutEffect } from 'react';
import { useLocation } from 'react-router';
import { pagePathOf } from '../../config/routePaths.ts';

/** Whoever comes back to a page finds it where they left it; a page that is new to them begins at its top. */
export function useScrollRestoration(): void {
  const page = pagePathOf(useLocation().pathname);
  useEffect(() => {
    // The browser would scroll before the page is drawn.
    history.scrollRestoration = 'manual';
  }, []);
  useLayoutEffect(() => {
    scrollTo(0, seenPx.get(page) ?? 0);
    const remember = () => seenPx.set(page, scrollY);
    addEventListener('scroll', remember, { passive: true });
    return () => removeEventListener('scroll', remember);
  }, [page]);
}

const seenPx = new Map<string, number>();
