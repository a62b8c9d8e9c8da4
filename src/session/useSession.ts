import { useSyncExternalStore } from 'react';
import { currentSession, type Session, subscribeToSession } from './sessionStore.ts';

/** Returns the session of this tab. Renders again when it starts, ends or changes. */
export function useSession(): Session | null {
  return useSyncExternalStore(subscribeToSession, currentSession);
}
