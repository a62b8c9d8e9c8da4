import { useSyncExternalStore } from 'react';
import { currentSession, type Session, subscribeToSession } from './sessionStore.ts';

/** The session of this tab; renders again when it starts, ends or changes. */
export function useSession(): Session | null {
  return useSyncExternalStore(subscribeToSession, currentSession);
}
