import * as v from 'valibot';
import { authStorage, tabStorage } from '../browser/storage.ts';
import { createStore } from '../browser/store.ts';
import { runtimeConfig } from '../config/runtimeConfig.ts';
import { consumePutAway } from './putAway.ts';
import { revokeSession } from './revokeSession.ts';
import { isSignedOut } from './signOutRecord.ts';
import {
  mergeTokens,
  ReplacedToken,
  replacedRefreshTokens,
  replacedTokens,
  StoredToken,
  TRANSFER_SERVER,
} from './tokens/tokens.ts';

/** A session as it is stored for a reload and sent to other tabs. */
export const StoredSession = v.object({
  identity: v.object({
    id: v.string(),
    username: v.string(),
    name: v.nullable(v.string()),
    email: v.nullable(v.string()),
    organization: v.nullable(v.string()),
    /** The identity set, which useMyIdentities.ts parses, so that signing in doesn't download the code for it. */
    linked: v.fallback(v.array(v.unknown()), []),
  }),
  /**
   * When the person last signed in, by this browser's clock (milliseconds since the epoch), but always later than their
   * last sign-out. 0 for a session that an older version of the dashboard stored.
   */
  startedAtMs: v.fallback(v.number(), 0),
  /** Whether no one has used it for so long that it only shows, until someone signs in again. */
  lookOnly: v.fallback(v.boolean(), false),
  tokens: v.record(v.string(), StoredToken),
  /** Tokens that newer ones replaced, but that are still valid. A sign-out revokes them too. */
  replaced: v.array(ReplacedToken),
});
export type StoredSession = v.InferOutput<typeof StoredSession>;

/**
 * A session in the tab's storage. Dashboards of several clients can share an origin, and so this storage. A session is
 * valid only for its own client.
 */
const SessionInStorage = v.object({ ...StoredSession.entries, clientId: v.string() });

/** The signed-in person, from the ID token. */
export type SignedInIdentity = StoredSession['identity'];

/** The session of this tab. `ended` means that it expired or that Globus rejected it. The page stays as it is. */
export interface Session extends StoredSession {
  ended: boolean;
}

// index.html also looks for these two, to decide what to show before any code has loaded.
const KEY = 'session';
/** Only says that this tab was signed in. All that a reload leaves if tokens are in memory only. */
const WAS_SIGNED_IN_KEY = 'was-signed-in';
/** The identity ID of the last signed-in person. Their drafts outlive their session. */
const PERSON_KEY = 'person';

const store = createStore<Session | null>(null);

/** Returns the session of this tab, or null if no one is signed in. */
export const currentSession = store.get;

/** Calls back on every change of the session; returns the function that stops it. */
export const subscribeToSession = store.subscribe;

/** Checks whether a session is usable: its Transfer token hasn't expired, or it can be renewed. */
function isUsable({ tokens }: Pick<StoredSession, 'tokens'>, nowMs: number): boolean {
  const transfer = tokens[TRANSFER_SERVER];
  return transfer !== undefined && (transfer.expiresAtMs > nowMs || transfer.refreshToken !== null);
}

/**
 * Restores the session that this tab had before a reload. Storage is untrusted: a session that can't be read, belongs to
 * another client, or has expired counts as none. One that ended while this tab couldn't know it is revoked: the person has
 * signed out in another tab, or has closed this one.
 */
export function restoreSession(nowMs: number): Session | null {
  // If the site has switched to tokens in memory, a token that was stored before goes.
  if (runtimeConfig().tokenStorage === 'memory') authStorage.remove(KEY);
  const { success, output } = v.safeParse(SessionInStorage, authStorage.read(KEY));
  if (!success) return store.get();
  const { clientId, ...stored } = output;
  if (clientId !== runtimeConfig().clientId || store.get()) return store.get();
  const isOver = isSignedOut(stored);
  if (isOver || consumePutAway(nowMs)) {
    // The drafts of a tab that was closed wait for the person's next sign-in.
    if (isOver) forgetTab();
    authStorage.remove(KEY);
    void revokeSession(stored);
  } else if (isUsable(stored, nowMs)) store.set({ ...stored, ended: false });
  return store.get();
}

/**
 * Checks whether the drafts in this tab belong to another person than this one, no matter how long ago their session
 * ended.
 */
export function isDifferentIdentity(identityId: string): boolean {
  const last = store.get()?.identity.id ?? authStorage.read(PERSON_KEY);
  return typeof last === 'string' && last !== identityId;
}

/**
 * Starts a session, or continues it with newer tokens. A session that had ended continues if it gets another Transfer
 * token. With `tokenStorage: "memory"`, no token is written. If storage is full or blocked, only a reload loses the
 * session.
 */
export function saveSession({ identity, startedAtMs, lookOnly, tokens, replaced }: StoredSession): void {
  const nowMs = Date.now();
  const current = store.get();
  const before = current?.identity.id === identity.id ? current : null;
  const replacedSoFar = [
    ...replaced,
    ...(before?.replaced ?? []),
    ...replacedTokens(before?.tokens ?? {}, tokens, nowMs),
  ];
  const stillValid = new Map(
    replacedSoFar.filter(({ untilMs }) => untilMs > nowMs).map((entry) => [entry.token, entry]),
  );
  const next: StoredSession = {
    identity,
    startedAtMs,
    lookOnly,
    tokens,
    replaced: [...stillValid.values()],
  };
  const { tokenStorage, clientId } = runtimeConfig();
  authStorage.write(PERSON_KEY, identity.id);
  if (tokenStorage === 'memory') authStorage.write(WAS_SIGNED_IN_KEY, clientId);
  else authStorage.write(KEY, { ...next, clientId });
  const isSameTransfer =
    before?.tokens[TRANSFER_SERVER]?.accessToken === tokens[TRANSFER_SERVER]?.accessToken;
  store.set({ ...next, ended: before?.ended === true && isSameTransfer });
}

/**
 * Accepts the session of another tab. If this tab has none, it takes over all of it, and drafts of a different person
 * go. If it is the same person's, it takes the newer tokens. The session of a different person never replaces this tab's.
 * A session from before the person's last sign-out is revoked.
 */
export function acceptSessionFromTab(received: StoredSession): void {
  const session = store.get();
  if (isSignedOut(received)) return void revokeSession(received);
  if (!session) {
    if (!isUsable(received, Date.now())) return;
    if (isDifferentIdentity(received.identity.id)) tabStorage.clear();
    saveSession(received);
    return;
  }
  if (session.identity.id !== received.identity.id) return;
  const tokens = mergeTokens(session.tokens, received.tokens);
  if (tokens === session.tokens) return;
  const isOtherSignIn = received.startedAtMs !== session.startedAtMs;
  saveSession({
    ...received,
    startedAtMs: Math.max(session.startedAtMs, received.startedAtMs),
    lookOnly: received.startedAtMs > session.startedAtMs ? received.lookOnly : session.lookOnly,
    tokens,
    // A renewal uses up the refresh token before it. Those of another sign-in stay valid, and only this tab knows them.
    replaced: isOtherSignIn
      ? [...received.replaced, ...replacedRefreshTokens(session.tokens, tokens, Date.now())]
      : received.replaced,
  });
}

/**
 * Checks whether a reload lost a session that was in memory. Globus may restore it without a prompt. True only once, so
 * that a failed sign-in leads to the sign-in page and not into a loop.
 */
export function consumeLostSession(): boolean {
  const lost = store.get() === null && authStorage.read(WAS_SIGNED_IN_KEY) === runtimeConfig().clientId;
  authStorage.remove(WAS_SIGNED_IN_KEY);
  return lost;
}

/** Marks the session as ended. The page stays, and the person decides when to sign in again. */
export function markSessionEnded(): void {
  const session = store.get();
  if (session && !session.ended) store.set({ ...session, ended: true });
}

/**
 * Clears the session, its tokens and the person's drafts, in memory and in the tab's storage. Storage comes last, because
 * pages that unmount may save their drafts.
 */
export function clearSession(): void {
  store.set(null);
  forgetTab();
}

/** Clears everything that this tab stores: session, sign-ins in progress, and drafts. */
export function forgetTab(): void {
  authStorage.clear();
  tabStorage.clear();
}
