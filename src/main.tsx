import { startTunnelList } from './api/tunnels/list/headStart.ts';
import { appUrl } from './config/appUrl.ts';
import { adoptConfig, loadConfig } from './config/loadConfig.ts';
import { sayNotLoaded } from './config/notLoaded.ts';
import { finishSignIn, isCallback } from './features/sign-in/callback.ts';
import { showSignIn } from './features/sign-in/signInPage.ts';
import { currentSession, restoreSession, takeLostSession, watchSession } from './session/sessionStore.ts';
import { signIn } from './session/sign-in/signIn.ts';
import { askTabs, joinTabs } from './session/tabs.ts';

const loadApp = () => import('./app/mountApp.tsx');
// index.html has seen a session already: the app's code is fetched beside the configuration, not after it.
if (document.documentElement.dataset.boot === 'app') loadApp().catch(() => {});

async function boot(): Promise<void> {
  const config = await loadConfig(appUrl());
  if (Array.isArray(config)) {
    return (await import('./features/sign-in/configProblemPage.ts')).showConfigProblems(config);
  }
  adoptConfig(config);
  joinTabs(() => location.replace(appUrl()));
  const failure = isCallback() ? await finishSignIn() : null;
  if (!failure && (currentSession() ?? restoreSession(Date.now()))) return mount();
  if (takeLostSession() && !failure) return signIn().catch(() => showSignIn(null));
  showSignIn(failure);
  if (failure) return; // It is to be read, and not to vanish because another tab is signed in.
  // Somebody may be signed in in another tab, now or later.
  const stopWatching = watchSession(() => {
    stopWatching();
    mount().catch(sayNotLoaded);
  });
  askTabs();
}

async function mount(): Promise<void> {
  startTunnelList();
  await (await loadApp()).mountApp();
}

boot().catch(sayNotLoaded);
