import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { appUrl } from '../config/appUrl.ts';
import { watchSessionEnd } from '../session/renewal.ts';
import { signIn } from '../session/signIn.ts';
import { ProblemContext } from '../ui/ProblemContext.ts';
import { describeProblem } from './describeProblem.ts';
import { createQueryClient } from './queryClient.ts';
import { routes } from './routes.tsx';

const problemTools = {
  describe: describeProblem,
  signIn: (asked: Parameters<typeof signIn>[1] = null) => void signIn(location.href, asked),
};

/** Puts the app on the page; the configuration is set and somebody is signed in. */
export function mountApp(): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root.');
  document.getElementById('sign-in')?.remove();
  document.documentElement.dataset.boot = 'app';
  watchSessionEnd();
  const router = createBrowserRouter(routes, { basename: new URL(appUrl()).pathname });
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={createQueryClient()}>
        <ProblemContext value={problemTools}>
          <RouterProvider router={router} />
        </ProblemContext>
      </QueryClientProvider>
    </StrictMode>,
  );
}
