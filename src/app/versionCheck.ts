import { appUrl } from '../config/appUrl.ts';
import { hasNewerVersion } from '../config/newerVersion.ts';

let check = Promise.resolve();

/**
 * Watches for parts of the app that can't be fetched. If that is because the host has a newer version by now, reloads
 * the page: the address, the session and the drafts of the tab survive that. It can't loop, because the version that was
 * loaded last is not newer than itself.
 */
export function watchForNewerVersion(): void {
  addEventListener('vite:preloadError', () => {
    check = reloadIfNewer();
  });
}

/** Resolves once it is clear that the page is not about to reload into a newer version. */
export function versionChecked(): Promise<void> {
  return check;
}

async function reloadIfNewer(): Promise<void> {
  if (!(await hasNewerVersion(appUrl()))) return;
  location.reload();
  await new Promise(() => {});
}
