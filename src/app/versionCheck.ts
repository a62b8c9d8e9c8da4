import { appUrl } from '../config/appUrl.ts';
import { hasNewerVersion } from '../config/newerVersion.ts';

let check = Promise.resolve();

/**
 * Looks whether a part of the app that cannot be fetched is gone because the host has a newer version, and loads
 * that one then: at the same address, with the sign-in and the drafts that the tab keeps. It cannot go in circles:
 * whatever was loaded last is not newer than itself.
 */
export function watchForNewerVersion(): void {
  addEventListener('vite:preloadError', () => {
    check = reloadIfNewer();
  });
}

/** Settles when it is clear that no newer version is about to take over the page. */
export function versionChecked(): Promise<void> {
  return check;
}

async function reloadIfNewer(): Promise<void> {
  if (!(await hasNewerVersion(appUrl()))) return;
  location.reload();
  await new Promise(() => {});
}
