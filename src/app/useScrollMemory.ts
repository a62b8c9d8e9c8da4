import { useEffect, useLayoutEffect } from 'react';
import { useLocation } from 'react-router';

/** Whoever comes back to a page finds it where they left it; a page that is new to them begins at its top. */
export function useScrollMemory(): void {
  const { pathname } = useLocation();
  useEffect(() => {
    // The browser would scroll before the page is drawn.
    history.scrollRestoration = 'manual';
  }, []);
  useLayoutEffect(() => {
    scrollTo(0, seenPx.get(pathname) ?? 0);
    const remember = () => seenPx.set(pathname, scrollY);
    addEventListener('scroll', remember, { passive: true });
    return () => removeEventListener('scroll', remember);
  }, [pathname]);
}

const seenPx = new Map<string, number>();
