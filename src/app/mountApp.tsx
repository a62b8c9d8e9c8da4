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
import { monitorSessionExpiry } from '../session/tokens/renewal.ts';
import { ProblemContext, type ProblemServices } from '../ui/notices/ProblemContext.ts';
import { AppRoutes } from './AppRoutes.tsx';
import { describeProblem } from './describeProblem.ts';
import { createQueryClient } from './queryClient.ts';
import { syncAppWithSession } from './syncAppWithSession.ts';
import { versionChecked, watchForNewerVersion } from './versionCheck.ts';

const problemTools: ProblemServices = {
  describe: describeProblem,
  signIn: ({ authorization, asDifferentUser }) =>
    signIn({ authorization, ...(asDifferentUser ? { prompt: 'login' } : {}) }),
  versionChecked,
};

/** So long a first picture may wait for its rows, in milliseconds: an outline of them takes as long to draw. */
const WORTH_WAITING_MS = 100;

/** Puts the app on the page; the configuration is set and somebody is signed in. */
export async function mountApp(): Promise<void> {
  const element = document.getElementById('root');
  if (!element) throw new Error('index.html has no #root.');
  document.getElementById('sign-in')?.remove();
  showBootPicture('app');
  const client = createQueryClient();
  watchForNewerVersion();
  joinRequestedStops();
  const root = createRoot(element, { onCaughtError: (error) => reportError(error) });
  // At once, with what the pages do when they leave: what they put away then is still forgotten.
  const takeOff = () => flushSync(() => root.render(<Leaving />));
  syncAppWithSession(client, takeOff);
  monitorSessionExpiry();
  await firstRows(client);
  // Signed out meanwhile, in another tab.
  if (!currentSession()) return;
  // In steps, as a transition is drawn, so that the page answers meanwhile.
  startTransition(() =>
    root.render(
      <StrictMode>
        <QueryClientProvider client={client}>
          <ProblemContext value={problemTools}>
            {/* No transitions: what stands in the address (a ticked box, a filter) shows at once, not when time is left. */}
            <BrowserRouter basename={new URL(appUrl()).pathname} useTransitions={false}>
              <AppRoutes />
            </BrowserRouter>
          </ProblemContext>
        </QueryClientProvider>
      </StrictMode>,
    ),
  );
}

/** On the page that shows the list, it was asked for before this code was here, and has mostly come by now. */
async function firstRows(client: QueryClient): Promise<void> {
  if (!hasPreload()) return;
  const rows = client.prefetchQuery(tunnelQueries.polledList(client));
  await Promise.race([rows, new Promise((resolve) => setTimeout(resolve, WORTH_WAITING_MS))]);
}

function Leaving() {
  return (
    <p className="boot-message" role="status">
      Signing you out
    </p>
  );
}
