import { useSyncExternalStore } from 'react';
import { currentSession, type Session, watchSession } from './sessionStore.ts';

/** The session of this tab; renders again when it starts, ends or changes. */
export function useSession(): Session | null {
  return useSyncExternalStore(watchSession, currentSession);
}
