import * as v from 'valibot';
import { namespaced } from '../browser/namespace.ts';
import { acceptSessionFromTab, clearSession, currentSession, StoredSession } from './sessionStore.ts';

/** The messages between the tabs of a dashboard. Checked on arrival, like everything from outside the tab. */
const Message = v.variant('type', [
  v.object({ type: v.literal('who-is-signed-in') }),
  v.object({ type: v.literal('signed-in'), session: StoredSession }),
  v.object({ type: v.literal('signed-out'), identityId: v.string() }),
]);
type Message = v.InferOutput<typeof Message>;

let channel: BroadcastChannel | null = null;

/**
 * Connects the tabs of this dashboard (same address, same Globus client): a new tab takes over the session of another,
 * renewed tokens reach all tabs, and a sign-out in one signs out all.
 *
 * @param onSignedOut called when another tab signed out, after this tab has cleared its session
 */
export function startTabSync(onSignedOut: () => void): void {
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
    if (output.type === 'who-is-signed-in') broadcastSession();
    if (output.type === 'signed-in') acceptSessionFromTab(output.session);
    if (output.type === 'signed-out' && output.identityId === currentSession()?.identity.id) {
      clearSession();
      onSignedOut();
    }
  };
}

const post = (message: Message) => channel?.postMessage(message);

/** Asks the other tabs for a session. Tabs that have a valid one broadcast it. */
export function requestSessionFromTabs(): void {
  post({ type: 'who-is-signed-in' });
}

/** Sends this tab's session to the other tabs, if it has a valid one. */
export function broadcastSession(): void {
  const session = currentSession();
  if (!session || session.ended) return;
  const { identity, tokens, replaced } = session;
  post({ type: 'signed-in', session: { identity, tokens: { ...tokens }, replaced } });
}

/** Notifies the other tabs that a person signed out. */
export function broadcastSignOut(identityId: string): void {
  post({ type: 'signed-out', identityId });
}
