import { authStorage } from '../browser/storage.ts';

const PUT_AWAY_KEY = 'put-away';
const SIGN_IN_KEY = 'sign-in-started';

/** A reload takes seconds. A page that was left for longer was closed, or left for another site. */
const PUT_AWAY_MS = 5 * 60_000;
/** How long a person may stay on the pages of Globus: they may have to enroll a second factor. */
const SIGN_IN_MS = 60 * 60_000;

/**
 * Records that a page with a session is left. The browser keeps a closed tab's sessionStorage to reopen the tab. A tab
 * that the browser discards to save memory isn't left.
 */
export function recordPutAway(nowMs: number): void {
  authStorage.write(PUT_AWAY_KEY, nowMs);
}

/** Records that this tab leaves for the sign-in page of Globus. */
export function recordSignInStarted(nowMs: number): void {
  authStorage.write(SIGN_IN_KEY, nowMs);
}

/** Checks, once after a page load, whether the tab was left for more than five minutes and not to sign in. */
export function consumePutAway(nowMs: number): boolean {
  const isOlder = (key: string, ms: number) => Math.abs(nowMs - Number(authStorage.read(key))) > ms;
  const wasLeft = authStorage.read(PUT_AWAY_KEY) !== null;
  const isPutAway = wasLeft && isOlder(PUT_AWAY_KEY, PUT_AWAY_MS) && isOlder(SIGN_IN_KEY, SIGN_IN_MS);
  authStorage.remove(PUT_AWAY_KEY);
  authStorage.remove(SIGN_IN_KEY);
  return isPutAway;
}
