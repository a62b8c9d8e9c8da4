import * as v from 'valibot';
import { authStorage, tabStorage } from '../browser/storage.ts';
import { createStore } from '../browser/store.ts';
import { runtimeConfig } from '../config/runtimeConfig.ts';
import { mergeTokens, ReplacedToken, replacedTokens, StoredToken, TRANSFER_SERVER } from './tokens/tokens.ts';

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
  /** Out of use, but good still: kept so that a sign-out can revoke them. */
  replaced: v.array(ReplacedToken),
});
export type StoredSession = v.InferOutput<typeof StoredSession>;

/**
 * What a tab keeps of it. Dashboards of several clients may stand on one origin, and a tab has one storage for all of
 * them: a session is good only for the client it was made for.
 */
const KeptSession = v.object({ ...StoredSession.entries, clientId: v.string() });

/** Who is signed in, from the id_token. */
export type SignedInIdentity = StoredSession['identity'];

/** A sign-in and what it holds. `ended` means Globus refused it or its time is over; the page stays. */
export interface Session extends StoredSession {
  ended: boolean;
}

// index.html looks for these two as well, to decide what to show before any code is here.
const KEY = 'session';
/** Says that this tab was signed in, and nothing else: what a reload leaves when tokens are kept in memory. */
const WAS_SIGNED_IN_KEY = 'was-signed-in';
/** The identity id of who was signed in here last, without a token: what they typed outlives their session. */
const PERSON_KEY = 'person';

const store = createStore<Session | null>(null);

/** Returns the session of this tab, or null when nobody is signed in. */
export const currentSession = store.get;

/** Calls back on every change of the session; returns the function that stops it. */
export const subscribeToSession = store.subscribe;

/** Whether one can work with it: its Transfer token is good by the clock, or can be renewed. */
function isAlive({ tokens }: Pick<StoredSession, 'tokens'>, nowMs: number): boolean {
  const transfer = tokens[TRANSFER_SERVER];
  return transfer !== undefined && (transfer.expiresAtMs > nowMs || transfer.refreshToken !== null);
}

/**
 * Takes up the session this tab had before a reload. What the storage holds is checked as anything from outside:
 * a stored session that cannot be read, or whose time is over, counts as none.
 */
export function restoreSession(nowMs: number): Session | null {
  // A site that changed its mind about keeping tokens: those of before go.
  if (runtimeConfig().tokenStorage === 'memory') authStorage.remove(KEY);
  const { success, output } = v.safeParse(KeptSession, authStorage.read(KEY));
  if (!success) return store.get();
  const { clientId, ...kept } = output;
  if (clientId === runtimeConfig().clientId && isAlive(kept, nowMs)) store.set({ ...kept, ended: false });
  return store.get();
}

/**
 * Whether what this tab keeps, drafts above all, is of another person than this one, however long ago their session
 * ended.
 */
export function isDifferentIdentity(identityId: string): boolean {
  const last = store.get()?.identity.id ?? authStorage.read(PERSON_KEY);
  return typeof last === 'string' && last !== identityId;
}

/**
 * Starts a session, or goes on with newer tokens; a session that had ended goes on when it got another Transfer
 * token. With `tokenStorage: "memory"` no token is written; storage that is full or blocked costs the reload only.
 */
export function saveSession({ identity, tokens, replaced }: StoredSession): void {
  const nowMs = Date.now();
  const current = store.get();
  const before = current?.identity.id === identity.id ? current : null;
  const outOfUse = [
    ...replaced,
    ...(before?.replaced ?? []),
    ...replacedTokens(before?.tokens ?? {}, tokens, nowMs),
  ];
  const goodStill = new Map(
    outOfUse.filter(({ untilMs }) => untilMs > nowMs).map((entry) => [entry.token, entry]),
  );
  const next: StoredSession = { identity, tokens, replaced: [...goodStill.values()] };
  const { tokenStorage, clientId } = runtimeConfig();
  authStorage.write(PERSON_KEY, identity.id);
  if (tokenStorage === 'memory') authStorage.write(WAS_SIGNED_IN_KEY, clientId);
  else authStorage.write(KEY, { ...next, clientId });
  const isSameTransfer =
    before?.tokens[TRANSFER_SERVER]?.accessToken === tokens[TRANSFER_SERVER]?.accessToken;
  store.set({ ...next, ended: before?.ended === true && isSameTransfer });
}

/**
 * Takes up what another tab tells of its session: all of it when this tab has none (then what somebody
 * else typed here before goes), the newer tokens when it is the same person's. Somebody else's never replaces what
 * this tab shows.
 */
export function acceptSessionFromTab(told: StoredSession): void {
  const session = store.get();
  if (!session) {
    if (!isAlive(told, Date.now())) return;
    if (isDifferentIdentity(told.identity.id)) tabStorage.clear();
    saveSession(told);
    return;
  }
  if (session.identity.id !== told.identity.id) return;
  const tokens = mergeTokens(session.tokens, told.tokens);
  if (tokens !== session.tokens) saveSession({ ...told, tokens });
}

/**
 * Whether this tab had a session in memory that a reload took away: Globus may give it back without a question.
 * True once, so that a sign-in that fails leads to the sign-in page and not into a loop.
 */
export function consumeLostSession(): boolean {
  const lost = store.get() === null && authStorage.read(WAS_SIGNED_IN_KEY) === runtimeConfig().clientId;
  authStorage.remove(WAS_SIGNED_IN_KEY);
  return lost;
}

/** Marks the session as over without touching the page; the person decides when to sign in again. */
export function markSessionEnded(): void {
  const session = store.get();
  if (session && !session.ended) store.set({ ...session, ended: true });
}

/**
 * Forgets the session, its tokens and what the person typed, in memory and in the tab's storage: last, because
 * pages that are taken off the screen by this may put their drafts away.
 */
export function clearSession(): void {
  store.set(null);
  forgetTab();
}

/** Forgets everything this tab stores: session, sign-ins in progress, and drafts. */
export function forgetTab(): void {
  authStorage.clear();
  tabStorage.clear();
}
