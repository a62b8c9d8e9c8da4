import { namespaced } from '../../browser/namespace.ts';
import { revokeAfter } from '../revokeSession.ts';
import { currentSession, markSessionEnded, type Session, saveSession } from '../sessionStore.ts';
import { broadcastSession, endSignedOutSession } from '../tabs.ts';
import { hearFromOtherTabs, joinTabs } from './otherTabs.ts';
import { replacedRefreshTokens, type StoredToken, TRANSFER_SERVER } from './tokens.ts';

/** How long before a token expires it is renewed, or the person warned. */
const AHEAD_MS = 10 * 60_000;
const CHECK_INTERVAL_MS = 20_000;

/**
 * Checks whether a token expires soon, so that it should be renewed or the person warned: ten minutes ahead, or in the
 * second half of a shorter lifetime.
 */
export function expiresSoon(
  { issuedAtMs, expiresAtMs }: Pick<StoredToken, 'issuedAtMs' | 'expiresAtMs'>,
  nowMs: number,
): boolean {
  return expiresAtMs - nowMs < Math.min(AHEAD_MS, (expiresAtMs - issuedAtMs) / 2);
}

/**
 * Monitors the session as long as the page is open: renews tokens that have a refresh token before they expire, and marks
 * the session as ended when the Transfer token expires. Checks the clock regularly instead of setting one timer, because
 * a machine may sleep past it.
 */
export function monitorSessionExpiry(): void {
  joinTabs();
  setInterval(checkExpiry, CHECK_INTERVAL_MS);
  // In a hidden tab or on a sleeping machine, the interval may have stopped.
  document.addEventListener('visibilitychange', checkExpiry);
  checkExpiry();
}

function checkExpiry(): void {
  // A tab that was frozen may not have heard it.
  endSignedOutSession();
  const session = currentSession();
  if (!session || session.ended) return;
  if (dueTokens().length > 0) void renewTokens();
  else endIfExpired();
}

/** Ends a session whose Transfer token has expired and can't be renewed. */
function endIfExpired(): void {
  const transfer = currentSession()?.tokens[TRANSFER_SERVER];
  if (transfer?.refreshToken === null && transfer.expiresAtMs <= Date.now()) markSessionEnded();
}

/** Access tokens that a service rejected before they expired. */
const rejected = new Set<string>();

/**
 * When each access token was issued that replaced a rejected one, in milliseconds since the epoch. A service that rejects
 * such a token too has another reason than its age. So another renewal waits for half a minute: otherwise, as each newer
 * token makes the page repeat what failed, page and services would keep each other busy without a pause.
 */
const replacements = new Map<string, number>();
const REPLACEMENT_PAUSE_MS = 30_000;

function dueTokens(): [server: string, token: StoredToken][] {
  return Object.entries(currentSession()?.tokens ?? {}).filter(
    ([, token]) =>
      token.refreshToken !== null && (expiresSoon(token, Date.now()) || rejected.has(token.accessToken)),
  );
}

let renewing: Promise<void> | null = null;

/**
 * Renews the tokens that expire soon or were rejected, each with its own refresh token. Concurrent calls, in this tab and
 * in others, share one renewal: it runs under a lock and first asks the other tabs for newer tokens, because a refresh
 * token may work only once.
 *
 * @param rejectedToken an access token that a service rejected
 */
export function renewTokens(rejectedToken?: string): Promise<void> {
  if (rejectedToken !== undefined && !isNewReplacement(rejectedToken)) rejected.add(rejectedToken);
  renewing ??= withLock(renewAfterOtherTabs).finally(() => {
    renewing = null;
  });
  revokeAfter(renewing);
  return renewing;
}

function isNewReplacement(token: string): boolean {
  return Date.now() - (replacements.get(token) ?? 0) < REPLACEMENT_PAUSE_MS;
}

function noteReplacement(old: StoredToken, renewed: StoredToken | null): void {
  const wasRejected = rejected.delete(old.accessToken);
  if (wasRejected && renewed) replacements.set(renewed.accessToken, renewed.issuedAtMs);
}

function withLock(work: () => Promise<void>): Promise<void> {
  if (!('locks' in navigator)) return work();
  return navigator.locks.request(namespaced('renewal'), work);
}

async function renewAfterOtherTabs(): Promise<void> {
  await hearFromOtherTabs();
  await renewDue();
  endIfExpired();
}

async function renewDue(): Promise<void> {
  // The code couldn't be loaded. The next check tries again.
  const calls = await import('./tokenEndpoint.ts').catch(() => null);
  if (!calls) return;
  const { exchangeRefreshToken, revokeTokens } = calls;
  const attempted = new Set<string>();
  // Reads the list each time, because another token may be rejected during a renewal.
  for (;;) {
    const [server, token] = dueTokens().find(([name]) => !attempted.has(name)) ?? [];
    if (server === undefined || token === undefined) break;
    attempted.add(server);
    const renewed = await exchangeRefreshToken(server, token).catch(() => undefined);
    // Globus Auth wasn't reached. The next check tries again.
    if (renewed === undefined) continue;
    noteReplacement(token, renewed);
    const session = currentSession();
    // A sign-out or a new sign-in happened meanwhile. That counts, and this token is discarded.
    if (session?.tokens[server]?.accessToken !== token.accessToken) {
      if (renewed) await revokeTokens(secretsOf(renewed));
      if (!session) return;
      continue;
    }
    saveRenewed(session, server, renewed);
  }
}

/** Saves and sends each token at once, because a new refresh token can't be requested again if it gets lost. */
function saveRenewed(session: Session, server: string, renewed: StoredToken | null): void {
  const before = session.tokens[server];
  if (!before) return;
  // Rejected: the access token may still be valid for a while, but its refresh token isn't tried again.
  const tokens = { ...session.tokens, [server]: renewed ?? { ...before, refreshToken: null } };
  // Globus may have rejected it only for now, so a sign-out revokes it.
  const replaced = renewed ? [] : replacedRefreshTokens(session.tokens, tokens, Date.now());
  saveSession({ ...session, tokens, replaced });
  broadcastSession();
}

const secretsOf = ({ accessToken, refreshToken }: StoredToken) =>
  refreshToken === null ? [accessToken] : [accessToken, refreshToken];
