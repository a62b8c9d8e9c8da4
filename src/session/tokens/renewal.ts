import { namespaced } from '../../browser/namespace.ts';
import { currentSession, markSessionEnded, saveSession } from '../sessionStore.ts';
import { broadcastSession, requestSessionFromTabs } from '../tabs.ts';
import { type StoredToken, TRANSFER_SERVER } from './tokens.ts';

const AHEAD_MS = 10 * 60_000;
const LOOK_EVERY_MS = 20_000;
/** How long another tab has to say that it has newer tokens already. */
const OTHER_TABS_MS = 300;

/**
 * Whether a token is near its end, so that it is to be renewed or the person warned: ten minutes ahead, or when
 * half of a shorter life is over.
 */
export function expiresSoon(
  { issuedAtMs, expiresAtMs }: Pick<StoredToken, 'issuedAtMs' | 'expiresAtMs'>,
  nowMs: number,
): boolean {
  return expiresAtMs - nowMs < Math.min(AHEAD_MS, (expiresAtMs - issuedAtMs) / 2);
}

/**
 * Watches the session's end as long as the page lives: renews its tokens ahead of it where refresh tokens are in
 * use, and marks the session as over when the Transfer token is. Looks at the clock again and again instead of
 * setting one timer, since a machine that slept wakes up late.
 */
export function monitorSessionExpiry(): void {
  setInterval(lookAtClock, LOOK_EVERY_MS);
  // A tab that was hidden, or a machine that slept, may be far behind.
  document.addEventListener('visibilitychange', lookAtClock);
  lookAtClock();
}

function lookAtClock(): void {
  const session = currentSession();
  if (!session || session.ended) return;
  if (dueTokens().length > 0) void renewTokens();
  else endWhenOver();
}

/** A session without a good Transfer token, and without a way to get one by itself, is over. */
function endWhenOver(): void {
  const transfer = currentSession()?.tokens[TRANSFER_SERVER];
  if (transfer?.refreshToken === null && transfer.expiresAtMs <= Date.now()) markSessionEnded();
}

/** Access tokens that a service took no more, though by the clock they were good. */
const refused = new Set<string>();

function dueTokens(): [server: string, token: StoredToken][] {
  return Object.entries(currentSession()?.tokens ?? {}).filter(
    ([, token]) =>
      token.refreshToken !== null && (expiresSoon(token, Date.now()) || refused.has(token.accessToken)),
  );
}

let renewing: Promise<void> | null = null;

/**
 * Renews the tokens that end soon or were refused, each with its own refresh token: once for all who ask at the
 * same time, in this tab and in the others, under a lock and after asking whether another tab has done it, since
 * a refresh token may be good once.
 *
 * @param refusedToken an access token that a service took no more
 */
export function renewTokens(refusedToken?: string): Promise<void> {
  if (refusedToken !== undefined) refused.add(refusedToken);
  renewing ??= withLock(renewUnlessDone).finally(() => {
    renewing = null;
  });
  return renewing;
}

function withLock(work: () => Promise<void>): Promise<void> {
  if (!('locks' in navigator)) return work();
  return navigator.locks.request(namespaced('renewal'), work);
}

async function renewUnlessDone(): Promise<void> {
  requestSessionFromTabs();
  await new Promise((resolve) => setTimeout(resolve, OTHER_TABS_MS));
  await renewDue();
  endWhenOver();
}

async function renewDue(): Promise<void> {
  // Its code does not come, as Auth may not: the next look at the clock tries again.
  const calls = await import('./tokenEndpoint.ts').catch(() => null);
  if (!calls) return;
  const { exchangeRefreshToken, revokeTokens } = calls;
  const tried = new Set<string>();
  // Asked anew each time: while one is renewed, another may be refused.
  for (;;) {
    const [server, token] = dueTokens().find(([name]) => !tried.has(name)) ?? [];
    if (server === undefined || token === undefined) break;
    tried.add(server);
    const renewed = await exchangeRefreshToken(server, token).catch(() => undefined);
    // Not reached: the next look at the clock tries again.
    if (renewed === undefined) continue;
    refused.delete(token.accessToken);
    const session = currentSession();
    // Signed out, or signed in anew, meanwhile: what came later counts, and this is of use to nobody.
    if (session?.tokens[server]?.accessToken !== token.accessToken) {
      if (renewed) void revokeTokens(secretsOf(renewed));
      if (!session) return;
      continue;
    }
    // Refused: the access token may be good for a while still, but its refresh token is not tried again.
    const news = renewed ?? { ...token, refreshToken: null };
    // Kept and told one by one: a new refresh token that is lost cannot be had again.
    saveSession({ ...session, tokens: { ...session.tokens, [server]: news } });
    broadcastSession();
  }
}

const secretsOf = ({ accessToken, refreshToken }: StoredToken) =>
  refreshToken === null ? [accessToken] : [accessToken, refreshToken];
