import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Hides the entries of a list or table that its parent would cut off at the bottom, so that none shows in part. */
export function useHideClippedEntries<T extends HTMLElement>(): RefObject<T | null> {
  const ref = useRef<T>(null);
  // After every render: entries come and go, and their height depends on their text.
  useLayoutEffect(() => {
    const element = ref.current;
    const parent = element?.parentElement;
    if (!element || !parent) return;
    const hideClipped = () => {
      const bottomPx = parent.getBoundingClientRect().bottom;
      for (const entry of element.querySelectorAll<HTMLElement>('tr, li')) {
        entry.style.visibility = entry.getBoundingClientRect().bottom > bottomPx + 1 ? 'hidden' : '';
      }
    };
    const observer = new ResizeObserver(hideClipped);
    observer.observe(parent);
    observer.observe(element);
    return () => observer.disconnect();
  });
  return ref;
}
