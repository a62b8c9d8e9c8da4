import { namespacedByPath } from '../../browser/namespace.ts';

/** The themes to choose from; "system" follows the device. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

// index.html reads the same key before the first paint, so the value is a plain word.
const key = () => namespacedByPath(new URL(document.baseURI).pathname, 'theme');

/** Returns the theme of this page. */
export function currentTheme(): Theme {
  return THEMES.find((theme) => theme === document.documentElement.dataset.theme) ?? 'system';
}

/** Changes the theme, and saves it for the next visit if the browser allows. */
export function setTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(key(), theme);
  } catch {
    // Storage is blocked: the theme lasts until the page is closed.
  }
}
