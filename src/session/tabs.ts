import * as v from 'valibot';
import { namespaced } from '../browser/namespace.ts';
import { acceptSessionFromTab, clearSession, currentSession, StoredSession } from './sessionStore.ts';

/** What the tabs of one dashboard tell each other; checked on arrival, as everything from outside a tab is. */
const Message = v.variant('type', [
  v.object({ type: v.literal('who-is-signed-in') }),
  v.object({ type: v.literal('signed-in'), session: StoredSession }),
  v.object({ type: v.literal('signed-out'), identityId: v.string() }),
]);
type Message = v.InferOutput<typeof Message>;

let channel: BroadcastChannel | null = null;

/**
 * Joins the tabs of this dashboard (same address, same Globus client): a new tab takes up the session of another,
 * a renewed one reaches all, and a sign-out in one ends all.
 *
 * @param onSignedOut called when another tab signed out; this tab has forgotten its session by then
 */
export function startTabSync(onSignedOut: () => void): void {
  try {
    channel = new BroadcastChannel(namespaced('session'));
  } catch {
    // A browser that keeps pages apart altogether: each tab signs in for itself.
    return;
  }
  channel.onmessage = ({ data }) => {
    const message = v.safeParse(Message, data);
    if (!message.success) return;
    const { output } = message;
    if (output.type === 'who-is-signed-in') broadcastSession();
    if (output.type === 'signed-in') acceptSessionFromTab(output.session);
    if (output.type === 'signed-out' && output.identityId === currentSession()?.identity.id) {
      clearSession();
      onSignedOut();
    }
  };
}

const post = (message: Message) => channel?.postMessage(message);

/** Asks the other tabs for a session; whoever has a good one answers all. */
export function requestSessionFromTabs(): void {
  post({ type: 'who-is-signed-in' });
}

/** Tells the other tabs about this tab's session, if it has a good one. */
export function broadcastSession(): void {
  const session = currentSession();
  if (!session || session.ended) return;
  const { identity, tokens, replaced } = session;
  post({ type: 'signed-in', session: { identity, tokens: { ...tokens }, replaced } });
}

/** Tells the other tabs that a person signed out. */
export function broadcastSignOut(identityId: string): void {
  post({ type: 'signed-out', identityId });
}
