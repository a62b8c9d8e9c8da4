import * as v from 'valibot';
import { namespaced } from '../browser/namespace.ts';
import { signOutStorage } from '../browser/storage.ts';
import { runtimeConfig } from '../config/runtimeConfig.ts';
import { revokeSession } from './revokeSession.ts';
import {
  acceptSessionFromTab,
  clearSession,
  currentSession,
  forgetTab,
  StoredSession,
} from './sessionStore.ts';
import { isSignedOut } from './signOutRecord.ts';

/** Names a question, so that its answers can be counted. */
const Question = v.optional(v.string());

/** The messages between the tabs of a dashboard. Checked on arrival, like everything from outside the tab. */
const Message = v.variant('type', [
  v.object({ type: v.literal('who-is-signed-in'), question: Question }),
  v.object({ type: v.literal('signed-in'), session: StoredSession, question: Question }),
  // Only so that a tab that asks knows that this one has answered.
  v.object({ type: v.literal('not-signed-in'), question: Question }),
  v.object({ type: v.literal('signed-out'), identityId: v.string() }),
]);
type Message = v.InferOutput<typeof Message>;

let channel: BroadcastChannel | null = null;
let afterSignOut: () => void = () => {};
let onAnswer: (question: string | undefined) => void = () => {};

/**
 * Connects the tabs of this dashboard (same address, same Globus client): a new tab takes over the session of another,
 * renewed tokens reach all tabs, and a sign-out in one signs out all.
 *
 * @param onSignedOut called when another tab signed out, after this tab has cleared and revoked its session
 */
export function startTabSync(onSignedOut: () => void): void {
  afterSignOut = onSignedOut;
  // Reaches tabs whose browser has no channel between them.
  signOutStorage.watch(endSignedOutSession);
  try {
    channel = new BroadcastChannel(namespaced('session'));
  } catch {
    // The browser isolates pages completely. Each tab signs in separately.
    return;
  }
  channel.onmessage = ({ data }) => {
    const message = v.safeParse(Message, data);
    if (!message.success) return;
    const { output } = message;
    if (output.type === 'who-is-signed-in') broadcastSession(output.question);
    if (output.type === 'signed-in' && sharesTokens()) acceptSessionFromTab(output.session);
    if (output.type !== 'who-is-signed-in' && 'question' in output) onAnswer(output.question);
    if (output.type === 'signed-out' && output.identityId === currentSession()?.identity.id)
      void endSession();
  };
}

/** Ends the session of this tab if the person has signed out in another one since it began. */
export function endSignedOutSession(): void {
  const session = currentSession();
  if (session && isSignedOut(session)) void endSession();
}

/** Revokes what only this tab may know, such as tokens of a sign-in of its own, before it is forgotten. */
async function endSession(): Promise<void> {
  const session = currentSession();
  clearSession();
  if (session) await revokeSession(session);
  // Again, because work in progress may have stored something.
  forgetTab();
  afterSignOut();
}

/** Any page of this origin can listen to the channel. So tokens that are for memory only stay in their tab. */
const sharesTokens = () => runtimeConfig().tokenStorage !== 'memory';

/** Sets what is called with the question of each answer, after the session in it was accepted. */
export function watchAnswers(callback: typeof onAnswer): void {
  onAnswer = callback;
}

const post = (message: Message) => channel?.postMessage(message);

/** Asks the other tabs for a session. Tabs that have a valid one broadcast it. */
export function requestSessionFromTabs(question?: string): void {
  post({ type: 'who-is-signed-in', question });
}

/** Sends this tab's session to the other tabs. If it can't share one, it answers a question all the same. */
export function broadcastSession(question?: string): void {
  const session = currentSession();
  if (!session || session.ended || !sharesTokens()) {
    if (session && question !== undefined) post({ type: 'not-signed-in', question });
    return;
  }
  const { ended, ...stored } = session;
  post({ type: 'signed-in', session: stored, question });
}

/** Notifies the other tabs that a person signed out. */
export function broadcastSignOut(identityId: string): void {
  post({ type: 'signed-out', identityId });
}
