/** For the `ref` of what may be out of sight when it comes or is chosen: scrolls as far as it takes to show it. */
export function scrollIntoViewRef(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
