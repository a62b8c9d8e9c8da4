import { type FocusEvent, useLayoutEffect, useRef } from 'react';

/**
 * Keeps the focus inside a part of a page when the focused element is removed, so that the keyboard doesn't start again
 * at the top of the page.
 *
 * @returns the attributes for the element around that part
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
