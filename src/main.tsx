import { appUrl } from './config/appUrl.ts';
import { loadConfig } from './config/loadConfig.ts';
import { setRuntimeConfig } from './config/runtimeConfig.ts';
import { finishSignIn, isCallback } from './features/sign-in/callback.ts';
import { showConfigProblems } from './features/sign-in/configProblemPage.ts';
import { showSignIn } from './features/sign-in/signInPage.ts';
import { currentSession, restoreSession } from './session/sessionStore.ts';

const loadApp = () => import('./app/mountApp.tsx');

// index.html has seen a session already: the app's code is fetched beside the configuration, not after it.
if (document.documentElement.dataset.boot === 'app') void loadApp();

async function boot(): Promise<void> {
  const config = await loadConfig(appUrl());
  if (Array.isArray(config)) return showConfigProblems(config);
  setRuntimeConfig(config);
  document.title = config.title;
  restoreSession(Date.now());
  if (isCallback()) {
    const failure = await finishSignIn();
    if (failure) return showSignIn(failure);
  }
  if (!currentSession()) return showSignIn(null);
  const { mountApp } = await loadApp();
  mountApp();
}

void boot();
