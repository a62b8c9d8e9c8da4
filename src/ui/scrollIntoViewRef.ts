/** Scrolls an element into view as soon as it is rendered; pass it as the element's `ref`. */
export function scrollIntoViewRef(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
