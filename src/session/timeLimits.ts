import { usageStorage } from '../browser/storage.ts';
import { createStore } from '../browser/store.ts';
import { runtimeConfig } from '../config/runtimeConfig.ts';
import { revokeSession } from './revokeSession.ts';
import { currentSession, markSessionEnded, saveSession } from './sessionStore.ts';

const CHECK_INTERVAL_MS = 15_000;
const USED = 'last-used';
const COVERED = 'covered';

/** How long a wall display may be left alone before it only shows, if the site sets no other limit. */
const WALL_IDLE_MINUTES = 15;

/** Whether this page shows the wall display now. */
export const wallDisplayShown = createStore(false);

let usedMs = 0;

/**
 * Ends a session that is older than `maxSessionHours`, and lets one that no one has used for `idleMinutes`, in any tab,
 * only show until someone signs in again. A wall display has a limit even if the site sets none, because it runs where
 * others can reach it.
 */
export function enforceTimeLimits(): void {
  for (const name of ['pointerdown', 'keydown', 'wheel'])
    addEventListener(name, recordUse, { capture: true, passive: true });
  setInterval(check, CHECK_INTERVAL_MS);
  document.addEventListener('visibilitychange', check);
  check();
}

/**
 * Checks whether Globus has to ask who someone is at the next sign-in. If it completed the sign-in on its own, whoever
 * finds a page that was left alone could sign out and in again.
 */
export function mustAskAtSignIn(): boolean {
  const { idleMinutes, maxSessionHours } = runtimeConfig();
  return idleMinutes !== undefined || maxSessionHours !== undefined || usageStorage.read(COVERED) === true;
}

/** Records that someone has signed in, so that the next sign-in needs no prompt. */
export function recordSignIn(): void {
  usageStorage.remove(COVERED);
}

function recordUse(): void {
  // First, so that the touch that ends a long absence doesn't hide it.
  check();
  const nowMs = Date.now();
  if (nowMs - usedMs > CHECK_INTERVAL_MS) usageStorage.write(USED, nowMs);
  usedMs = nowMs;
}

function check(): void {
  const session = currentSession();
  if (!session || session.ended) return;
  const { idleMinutes = wallDisplayShown.get() ? WALL_IDLE_MINUTES : Infinity, maxSessionHours = Infinity } =
    runtimeConfig();
  const nowMs = Date.now();
  if (nowMs - session.startedAtMs > maxSessionHours * 60 * 60_000) {
    markSessionEnded();
    void revokeSession(session);
    return;
  }
  const stored = Number(usageStorage.read(USED)) || 0;
  // A time in the future is from a clock that was set back, or planted.
  const lastUsedMs = Math.max(usedMs, session.startedAtMs, stored <= nowMs ? stored : 0);
  if (session.lookOnly || nowMs - lastUsedMs <= idleMinutes * 60_000) return;
  usageStorage.write(COVERED, true);
  saveSession({ ...session, lookOnly: true });
}
