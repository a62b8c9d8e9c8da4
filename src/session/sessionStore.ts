import * as v from 'valibot';
import { runtimeConfig } from '../config/runtimeConfig.ts';
import { StoredToken } from './tokens.ts';

/** A session as it is kept across a reload and told to other tabs. */
export const StoredSession = v.object({
  identity: v.object({
    id: v.string(),
    username: v.string(),
    name: v.nullable(v.string()),
    email: v.nullable(v.string()),
    organization: v.nullable(v.string()),
  }),
  tokens: v.record(v.string(), StoredToken),
});
type StoredSession = v.InferOutput<typeof StoredSession>;

/** Who is signed in, from the id_token. */
export type SignedInIdentity = StoredSession['identity'];

/** A sign-in and what it holds. `ended` means Globus refused it or its time is over; the page stays. */
export interface Session extends StoredSession {
  ended: boolean;
}

// index.html looks for this key too, to decide what to show before any code is here.
const KEY = 'globus-streams.session';
// Says that this tab was signed in, and nothing else: what is left on a reload when tokens are kept in memory.
const WAS_SIGNED_IN_KEY = 'globus-streams.was-signed-in';

let session: Session | null = null;
const watchers = new Set<() => void>();

function change(next: Session | null): void {
  session = next;
  for (const watcher of watchers) watcher();
}

/** The session of this tab, or null when nobody is signed in. */
export function currentSession(): Session | null {
  return session;
}

/** Calls back on every change of the session; returns the function that stops it. */
export function watchSession(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

const isAlive = ({ tokens }: StoredSession, nowMs: number) =>
  Object.values(tokens).some((token) => token.expiresAtMs > nowMs);

/**
 * Takes up the session this tab had before a reload. What the storage holds is checked as anything from
 * outside: a stored session that cannot be read, or whose every token is over, counts as none.
 */
export function restoreSession(nowMs: number): Session | null {
  const stored = v.safeParse(StoredSession, readStored());
  if (stored.success && isAlive(stored.output, nowMs)) change({ ...stored.output, ended: false });
  return session;
}

function readStored(): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
  } catch {
    return null;
  }
}

/**
 * Starts a session, or goes on with newer tokens. With `tokenStorage: "memory"` nothing is written; storage that
 * is full or blocked costs the reload only.
 */
export function saveSession({ identity, tokens }: StoredSession): void {
  const inMemory = runtimeConfig().tokenStorage === 'memory';
  try {
    if (inMemory) sessionStorage.setItem(WAS_SIGNED_IN_KEY, 'true');
    else sessionStorage.setItem(KEY, JSON.stringify({ identity, tokens }));
  } catch {
    // The session lives on in memory; after a reload one signs in again.
  }
  change({ identity, tokens, ended: false });
}

/**
 * Takes up another tab's session when it serves here: this tab has none, or the same person's newer one.
 * Somebody else's never replaces what this tab shows.
 */
export function adoptSession(told: StoredSession): void {
  if (session && session.identity.id !== told.identity.id) return;
  const isNews = !session || session.ended || lastExpiry(told) > lastExpiry(session);
  if (isNews && isAlive(told, Date.now())) saveSession(told);
}

const lastExpiry = ({ tokens }: StoredSession) =>
  Math.max(...Object.values(tokens).map((token) => token.expiresAtMs));

/**
 * Whether this tab had a session in memory that a reload took away: Globus may give it back without a question.
 * True once, so that a sign-in that fails leads to the sign-in page and not into a loop.
 */
export function takeLostSession(): boolean {
  try {
    const lost = session === null && sessionStorage.getItem(WAS_SIGNED_IN_KEY) !== null;
    sessionStorage.removeItem(WAS_SIGNED_IN_KEY);
    return lost;
  } catch {
    return false;
  }
}

/** Marks the session as over without touching the page; the person decides when to sign in again. */
export function endSession(): void {
  if (session && !session.ended) change({ ...session, ended: true });
}

/** Forgets the session and its tokens, in memory and in the tab's storage. */
export function forgetSession(): void {
  try {
    sessionStorage.removeItem(KEY);
    sessionStorage.removeItem(WAS_SIGNED_IN_KEY);
  } catch {
    // Storage that cannot be reached holds nothing either.
  }
  change(null);
}
