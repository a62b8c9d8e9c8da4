import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { appUrl } from '../config/appUrl.ts';
import { watchSessionEnd } from '../session/renewal.ts';
import { signIn } from '../session/signIn.ts';
import { ProblemContext, type ProblemTools } from '../ui/ProblemContext.ts';
import { describeProblem } from './describeProblem.ts';
import { followSession } from './followSession.ts';
import { Pages } from './Pages.tsx';
import { createQueryClient } from './queryClient.ts';
import { versionCheck, watchForNewerVersion } from './versionCheck.ts';

const problemTools: ProblemTools = {
  describe: describeProblem,
  signIn: ({ asked, asSomebodyElse }) => signIn({ asked, ...(asSomebodyElse ? { prompt: 'login' } : {}) }),
};

/** Puts the app on the page; the configuration is set and somebody is signed in. */
export function mountApp(): void {
  const element = document.getElementById('root');
  if (!element) throw new Error('index.html has no #root.');
  document.getElementById('sign-in')?.remove();
  document.documentElement.dataset.boot = 'app';
  const client = createQueryClient();
  watchForNewerVersion();
  const root = createRoot(element, {
    onCaughtError: (error) => void versionCheck().then(() => reportError(error)),
  });
  // At once, with what the pages do when they leave: what they put away then is still forgotten.
  const takeOff = () => flushSync(() => root.render(<Leaving />));
  followSession(client, takeOff);
  watchSessionEnd();
  root.render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <ProblemContext value={problemTools}>
          {/* No transitions: what stands in the address (a ticked box, a filter) shows at once, not when time is left. */}
          <BrowserRouter basename={new URL(appUrl()).pathname} useTransitions={false}>
            <Pages />
          </BrowserRouter>
        </ProblemContext>
      </QueryClientProvider>
    </StrictMode>,
  );
}

function Leaving() {
  return (
    <p className="boot-wait" role="status">
      Signing you out
    </p>
  );
}
