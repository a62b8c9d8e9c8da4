import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Hides those entries of a list or table that its parent would cut off at its foot: half of one says nothing across a
 * room.
 */
export function useHideClippedEntries<T extends HTMLElement>(): RefObject<T | null> {
  const ref = useRef<T>(null);
  // After every change: entries come and go, and get taller with their words.
  useLayoutEffect(() => {
    const element = ref.current;
    const parent = element?.parentElement;
    if (!element || !parent) return;
    const fit = () => {
      const footPx = parent.getBoundingClientRect().bottom;
      for (const entry of element.querySelectorAll<HTMLElement>('tr, li')) {
        entry.style.visibility = entry.getBoundingClientRect().bottom > footPx + 1 ? 'hidden' : '';
      }
    };
    const observer = new ResizeObserver(fit);
    observer.observe(parent);
    observer.observe(element);
    return () => observer.disconnect();
  });
  return ref;
}
