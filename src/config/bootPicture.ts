/**
 * The pictures that index.html holds, so that something shows before any code has loaded: the sign-in page, the place
 * of the app (which says that it is loading until the app is drawn), the page for code that can't be loaded, and the page that shows inside a frame of another page.
 * `data-boot` on the root element names the one that shows. index.html chooses the first one; after that, only this
 * module writes it.
 */
export type BootPicture = 'sign-in' | 'app' | 'load-failure' | 'framed';

/** Returns the picture that shows now. */
export function currentBootPicture(): string | undefined {
  return document.documentElement.dataset.boot;
}

/** Shows one of the pictures in place of the others. */
export function showBootPicture(picture: BootPicture): void {
  document.documentElement.dataset.boot = picture;
}

/** Replaces the word "Loading" in the place of the app. */
export function showBootMessage(text: string): void {
  const message = document.querySelector('.boot-message');
  if (message) message.textContent = text;
}
