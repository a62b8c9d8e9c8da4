import { type FocusEvent, useLayoutEffect, useRef } from 'react';

/**
 * For a part of a page in which things come and go: when what has the focus goes, the focus stays in this part,
 * and does not fall back to where the page begins.
 *
 * @returns what the part's own element needs
 */
export function useFocusFallback() {
  const part = useRef<HTMLDivElement>(null);
  const last = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const isLost = last.current?.isConnected === false && document.activeElement === document.body;
    if (isLost) part.current?.focus({ preventScroll: true });
  });
  const onFocus = ({ target }: FocusEvent) => {
    last.current = target;
  };
  return { ref: part, tabIndex: -1, onFocus };
}
