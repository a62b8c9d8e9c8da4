import { preloadTunnelList } from './api/tunnels/list/preload.ts';
import { appUrl } from './config/appUrl.ts';
import { applyRuntimeConfig, loadConfig } from './config/loadConfig.ts';
import { showLoadFailure } from './config/loadFailure.ts';
import { finishSignIn, isCallback } from './features/sign-in/callback.ts';
import { showSignInPage } from './features/sign-in/signInPage.ts';
import {
  consumeLostSession,
  currentSession,
  restoreSession,
  subscribeToSession,
} from './session/sessionStore.ts';
import { signIn } from './session/sign-in/signIn.ts';
import { requestSessionFromTabs, startTabSync } from './session/tabs.ts';

const loadApp = () => import('./app/mountApp.tsx');
// index.html has seen a session already: the app's code is fetched beside the configuration, not after it.
if (document.documentElement.dataset.boot === 'app') loadApp().catch(() => {});

async function boot(): Promise<void> {
  const config = await loadConfig(appUrl());
  if (Array.isArray(config)) {
    return (await import('./features/sign-in/configProblemPage.ts')).showConfigProblems(config);
  }
  applyRuntimeConfig(config);
  startTabSync(() => location.replace(appUrl()));
  const failure = isCallback() ? await finishSignIn() : null;
  if (!failure && (currentSession() ?? restoreSession(Date.now()))) return mount();
  if (consumeLostSession() && !failure) return signIn().catch(() => showSignInPage(null));
  showSignInPage(failure);
  if (failure) return; // It is to be read, and not to vanish because another tab is signed in.
  // Somebody may be signed in in another tab, now or later.
  const stopWatching = subscribeToSession(() => {
    stopWatching();
    mount().catch(showLoadFailure);
  });
  requestSessionFromTabs();
}

async function mount(): Promise<void> {
  preloadTunnelList();
  await (await loadApp()).mountApp();
}

boot().catch(showLoadFailure);
