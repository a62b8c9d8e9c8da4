import { signOutStorage } from '../browser/storage.ts';

/** The part of a session that a sign-out is compared with. */
interface SessionStart {
  identity: { id: string };
  /** See `StoredSession`. */
  startedAtMs: number;
}

/** Returns when a person last signed out on this device, in milliseconds; 0 if never. Storage is untrusted. */
export function lastSignOutMs(identityId: string): number {
  const stored = signOutStorage.read(identityId);
  return typeof stored === 'number' && Number.isSafeInteger(stored) ? stored : 0;
}

/** Records that a person signs out now. It ends every session of theirs that began before, in every tab. */
export function recordSignOut({ identity, startedAtMs }: SessionStart, nowMs: number): void {
  // If the clock was set back meanwhile, the session began later than now.
  signOutStorage.write(identity.id, Math.max(nowMs, startedAtMs));
}

/** Checks whether the person has signed out since a session began. */
export function isSignedOut({ identity, startedAtMs }: SessionStart): boolean {
  return startedAtMs <= lastSignOutMs(identity.id);
}
