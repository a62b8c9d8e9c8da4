import { namespacedByPath } from '../../browser/namespace.ts';

/** The looks one can choose; "system" follows the device. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

// index.html reads the same key before the first paint, so the value is a plain word.
const key = () => namespacedByPath(new URL(document.baseURI).pathname, 'theme');

/** The look this page has now. */
export function currentTheme(): Theme {
  return THEMES.find((theme) => theme === document.documentElement.dataset.theme) ?? 'system';
}

/** Changes the look, and keeps it for the next visit where the browser allows. */
export function setTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(key(), theme);
  } catch {
    // It lasts until the page is left.
  }
}
