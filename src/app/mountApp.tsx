import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, startTransition } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { hasPreload } from '../api/tunnels/list/preload.ts';
import { joinRequestedStops } from '../api/tunnels/requestedStops.ts';
import { tunnelQueries } from '../api/tunnels/tunnels.ts';
import { appUrl } from '../config/appUrl.ts';
import { showBootPicture } from '../config/bootPicture.ts';
import { currentSession } from '../session/sessionStore.ts';
import { signIn } from '../session/sign-in/signIn.ts';
import { enforceTimeLimits } from '../session/timeLimits.ts';
import { monitorSessionExpiry } from '../session/tokens/renewal.ts';
import { ProblemContext, type ProblemServices } from '../ui/notices/ProblemContext.ts';
import { AppRoutes } from './AppRoutes.tsx';
import { describeProblem } from './describeProblem.ts';
import { createQueryClient } from './queryClient.ts';
import { syncAppWithSession } from './syncAppWithSession.ts';
import { versionChecked, watchForNewerVersion } from './versionCheck.ts';

const problemServices: ProblemServices = {
  describe: describeProblem,
  signIn: ({ authorization, scopes, asDifferentUser }) =>
    signIn({ authorization, ...(scopes && { scopes }), ...(asDifferentUser && { prompt: 'login' }) }),
  versionChecked,
};

/** How long the first render waits for its rows, in milliseconds. Drawing an outline instead takes as long. */
const FIRST_ROWS_TIMEOUT_MS = 100;

/** Mounts the app. The configuration is set and a person is signed in by then. */
export async function mountApp(): Promise<void> {
  const element = document.getElementById('root');
  if (!element) throw new Error('index.html has no #root.');
  document.getElementById('sign-in')?.remove();
  showBootPicture('app');
  const client = createQueryClient();
  watchForNewerVersion();
  joinRequestedStops();
  const root = createRoot(element, { onCaughtError: (error) => reportError(error) });
  // Synchronously, so that drafts that pages save while they unmount are cleared with everything else.
  const unmount = () => flushSync(() => root.render(<SigningOut />));
  syncAppWithSession(client, unmount);
  monitorSessionExpiry();
  enforceTimeLimits();
  await preloadedRows(client);
  // Signed out in another tab while this one waited.
  if (!currentSession()) return;
  // A transition renders in steps, so that the page stays responsive.
  startTransition(() =>
    root.render(
      <StrictMode>
        <QueryClientProvider client={client}>
          <ProblemContext value={problemServices}>
            {/* Without transitions, so that what is in the URL (a checked box, a filter) shows immediately. */}
            <BrowserRouter basename={new URL(appUrl()).pathname} useTransitions={false}>
              <AppRoutes />
            </BrowserRouter>
          </ProblemContext>
        </QueryClientProvider>
      </StrictMode>,
    ),
  );
}

/** Waits a moment for the list of tunnels, if boot has requested it: its response is mostly there by now. */
async function preloadedRows(client: QueryClient): Promise<void> {
  if (!hasPreload()) return;
  const rows = client.prefetchQuery(tunnelQueries.polledList(client));
  await Promise.race([rows, new Promise((resolve) => setTimeout(resolve, FIRST_ROWS_TIMEOUT_MS))]);
}

function SigningOut() {
  return (
    <p className="boot-message" role="status">
      Signing out…
    </p>
  );
}
