import { preloadTunnelList } from '../api/tunnels/list/preload.ts';
import { appUrl } from '../config/appUrl.ts';
import { currentBootPicture, showBootPicture } from '../config/bootPicture.ts';
import { applyRuntimeConfig, loadConfig } from '../config/loadConfig.ts';
import { hasNewerVersion } from '../config/newerVersion.ts';
import type { ConfigProblem } from '../config/runtimeConfig.ts';
import { finishSignIn, isCallback } from '../features/sign-in/callback.ts';
import { showSignInPage } from '../features/sign-in/signInPage.ts';
import {
  consumeLostSession,
  currentSession,
  restoreSession,
  subscribeToSession,
} from '../session/sessionStore.ts';
import type { SignInError } from '../session/sign-in/SignInError.ts';
import { signIn } from '../session/sign-in/signIn.ts';
import { requestSessionFromTabs, startTabSync } from '../session/tabs.ts';

/**
 * The states that starting the page can reach. `firstState` decides on one, `enter` acts on it:
 *
 * ```
 * config.json is wrong ─────────────────────────────▶ misconfigured
 * the sign-in that just came back failed ───────────▶ signed-out, with the failure
 * this tab has a session ───────────────────────────▶ signed-in
 * a reload lost the session that was in memory ─────▶ restoring ──can't begin──▶ signed-out
 * otherwise ────────────────────────────────────────▶ signed-out ──another tab is signed in──▶ signed-in
 * the code for any of these can't be fetched ───────▶ failed (or a reload, if there is a newer version)
 * ```
 */
type BootState =
  | { name: 'misconfigured'; problems: readonly ConfigProblem[] }
  | { name: 'signed-out'; failure: SignInError | null }
  | { name: 'restoring' }
  | { name: 'signed-in' }
  | { name: 'failed'; error: unknown };

const loadApp = () => import('./mountApp.tsx');

/** Starts the page. */
export async function boot(): Promise<void> {
  // Nothing starts inside a frame: no session is read, and no other tab answers.
  if (currentBootPicture() === 'framed')
    return document.querySelector('#own-tab')?.setAttribute('href', location.href);
  // index.html has seen a session: the app's code is fetched alongside the configuration, not after it.
  if (currentBootPicture() === 'app') loadApp().catch(() => {});
  await enterOrFail(firstState);
}

async function enterOrFail(decide: () => Promise<BootState> | BootState): Promise<void> {
  try {
    await enter(await decide());
  } catch (error) {
    await enter({ name: 'failed', error });
  }
}

async function firstState(): Promise<BootState> {
  const config = await loadConfig(appUrl());
  if (Array.isArray(config)) return { name: 'misconfigured', problems: config };
  applyRuntimeConfig(config);
  startTabSync(() => location.replace(appUrl()));
  const failure = isCallback() ? await finishSignIn() : null;
  const session = failure ? null : (currentSession() ?? restoreSession(Date.now()));
  if (session) return { name: 'signed-in' };
  if (consumeLostSession() && !failure) return { name: 'restoring' };
  return { name: 'signed-out', failure };
}

async function enter(state: BootState): Promise<void> {
  switch (state.name) {
    case 'misconfigured': {
      const page = await import('../features/sign-in/configProblemPage.ts');
      return page.showConfigProblems(state.problems);
    }
    case 'signed-in':
      preloadTunnelList();
      return (await loadApp()).mountApp();
    case 'restoring':
      // Globus may give the session back without asking anything.
      return signIn().catch(() => enter({ name: 'signed-out', failure: null }));
    case 'signed-out':
      showSignInPage(state.failure);
      // A failure stays until it has been read, even if another tab is signed in.
      return state.failure ? undefined : waitForOtherTab();
    case 'failed':
      if (await hasNewerVersion(appUrl())) return location.reload();
      showBootPicture('load-failure');
      return reportError(state.error);
  }
}

/** Takes over the session of another tab, now or as soon as a person signs in there. */
function waitForOtherTab(): void {
  const stop = subscribeToSession(() => {
    stop();
    void enterOrFail(() => ({ name: 'signed-in' }));
  });
  requestSessionFromTabs();
}
