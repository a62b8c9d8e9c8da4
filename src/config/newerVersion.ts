/**
 * Checks whether the host serves another version of this dashboard than the one that runs: its index.html names another
 * entry script. Returns false if the host doesn't respond, because a reload would then lose the page for nothing.
 *
 * @param appUrl the address the app is served at, with a trailing slash
 */
export async function hasNewerVersion(appUrl: string): Promise<boolean> {
  const running = document.querySelector('script[type="module"]')?.getAttribute('src');
  if (!running) return false;
  try {
    const response = await fetch(appUrl, { cache: 'no-cache', mode: 'same-origin' });
    return response.ok && !(await response.text()).includes(running);
  } catch {
    return false;
  }
}
