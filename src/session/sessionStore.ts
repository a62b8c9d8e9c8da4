import * as v from 'valibot';
import type { StoredToken } from './tokens.ts';

const StoredSession = v.object({
  identity: v.object({
    id: v.string(),
    username: v.string(),
    name: v.nullable(v.string()),
    email: v.nullable(v.string()),
    organization: v.nullable(v.string()),
  }),
  tokens: v.record(
    v.string(),
    v.object({
      accessToken: v.string(),
      scope: v.string(),
      expiresAtMs: v.number(),
      refreshToken: v.nullable(v.string()),
    }),
  ),
});

/** Who is signed in, from the id_token. */
export type SignedInIdentity = v.InferOutput<typeof StoredSession>['identity'];

/** A sign-in and what it holds. `ended` means Globus refused it or its time is over; the page stays. */
export interface Session {
  identity: SignedInIdentity;
  tokens: Readonly<Record<string, StoredToken>>;
  ended: boolean;
}

// index.html looks for this key too, to decide what to show before any code is here.
const KEY = 'globus-streams.session';

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

/**
 * Takes up the session this tab had before a reload. What the storage holds is checked as anything from
 * outside: a stored session that cannot be read, or whose every token is over, counts as none.
 */
export function restoreSession(nowMs: number): Session | null {
  const stored = v.safeParse(StoredSession, readStored());
  const alive =
    stored.success && Object.values(stored.output.tokens).some((token) => token.expiresAtMs > nowMs);
  if (!alive) forgetSession();
  else change({ ...stored.output, ended: false });
  return session;
}

function readStored(): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
  } catch {
    return null;
  }
}

/** Starts a session, or replaces the one there is. Storage that is full or blocked costs the reload only. */
export function saveSession(identity: SignedInIdentity, tokens: Session['tokens']): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ identity, tokens }));
  } catch {
    // The session lives on in memory; after a reload one signs in again.
  }
  change({ identity, tokens, ended: false });
}

/** Marks the session as over without touching the page; the person decides when to sign in again. */
export function endSession(): void {
  if (session && !session.ended) change({ ...session, ended: true });
}

/** Forgets the session and its tokens, in memory and in the tab's storage. */
export function forgetSession(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Storage that cannot be reached holds nothing either.
  }
  change(null);
}
