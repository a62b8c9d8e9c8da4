import { appUrl } from './appUrl.ts';
import { hasNewerVersion } from './newerVersion.ts';

/**
 * When the page cannot begin, because its code could not be fetched: loads a newer version, if the host has one by
 * now, or shows what index.html keeps for this. Its script does the same when not even this code comes.
 */
export async function showLoadFailure(error: unknown): Promise<void> {
  if (await hasNewerVersion(appUrl())) return location.reload();
  document.documentElement.dataset.boot = 'failed';
  reportError(error);
}
