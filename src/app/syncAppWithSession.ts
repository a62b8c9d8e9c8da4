import type { QueryClient } from '@tanstack/react-query';
import { clearRequestLog } from '../api/http/requestLog.ts';
import { runtimeConfig } from '../config/runtimeConfig.ts';
import { recordPutAway } from '../session/putAway.ts';
import { revokeOnLeaving } from '../session/revokeOnLeaving.ts';
import { currentSession, type Session, subscribeToSession } from '../session/sessionStore.ts';

/**
 * Keeps the app in step with the session. When the signed-in person changes or signs out, everything that was loaded for
 * them goes. When newer tokens arrive, in this tab or from another, failed queries are fetched again.
 *
 * @param unmount removes every page from the screen
 */
export function syncAppWithSession(client: QueryClient, unmount: () => void): void {
  let previous = currentSession();
  subscribeToSession(() => {
    const session = currentSession();
    const isSamePerson = session?.identity.id === previous?.identity.id;
    const isNewer = session !== null && !session.ended && !hasSameTokens(session, previous);
    previous = session;
    if (!isSamePerson) {
      unmount();
      client.clear();
      clearRequestLog();
    } else if (isNewer) {
      // A request that is under way is repeated with the newer token anyway, so it isn’t canceled.
      void client.invalidateQueries(
        { predicate: ({ state }) => state.error !== null },
        { cancelRefetch: false },
      );
    }
  });
  // A page from the back-forward cache may show the data of a person who has signed out since. So it goes there hidden,
  // and starts again when it comes back.
  addEventListener('pagehide', ({ persisted }) => {
    document.documentElement.hidden = persisted;
    const session = currentSession();
    if (session && runtimeConfig().tokenStorage === 'memory') revokeOnLeaving(session);
    else if (session) recordPutAway(Date.now());
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
  });
}

function hasSameTokens(one: Session, other: Session | null): boolean {
  return Object.entries(one.tokens).every(
    ([server, { accessToken }]) => other?.tokens[server]?.accessToken === accessToken,
  );
}
