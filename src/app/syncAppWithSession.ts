import type { QueryClient } from '@tanstack/react-query';
import { clearRequestLog } from '../api/http/requestLog.ts';
import { currentSession, type Session, subscribeToSession } from '../session/sessionStore.ts';

/**
 * Keeps what the app holds in step with who is signed in. When the person is gone, so is everything that was
 * read for them. When newer tokens came, in this tab or from another, what was refused before is asked again.
 *
 * @param takeOff takes every page off the screen
 */
export function syncAppWithSession(client: QueryClient, takeOff: () => void): void {
  let known = currentSession();
  subscribeToSession(() => {
    const session = currentSession();
    const isSamePerson = session?.identity.id === known?.identity.id;
    const isNewer = session !== null && !session.ended && !sameTokens(session, known);
    known = session;
    if (!isSamePerson) {
      takeOff();
      client.clear();
      clearRequestLog();
    } else if (isNewer) {
      void client.invalidateQueries({ predicate: ({ state }) => state.error !== null });
    }
  });
  // A page that the browser kept frozen may show somebody who has signed out since.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
  });
}

function sameTokens(one: Session, other: Session | null): boolean {
  return Object.entries(one.tokens).every(
    ([server, { accessToken }]) => other?.tokens[server]?.accessToken === accessToken,
  );
}
