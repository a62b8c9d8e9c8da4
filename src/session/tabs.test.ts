// @vitest-environment happy-dom
import { BroadcastChannel } from 'node:worker_threads';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { clearSession, currentSession, markSessionEnded, saveSession } from './sessionStore.ts';
import { configureForTests, sessionForTests, tokenForTests } from './sessionsForTests.ts';
import { recordSignOut } from './signOutRecord.ts';
import { endSignedOutSession, startTabSync } from './tabs.ts';
import { revokeTokens } from './tokens/tokenEndpoint.ts';

vi.mock('./tokens/tokenEndpoint.ts');

vi.stubGlobal('BroadcastChannel', BroadcastChannel);
const onSignedOut = vi.fn();
const received: unknown[] = [];
let otherTab: BroadcastChannel;

beforeAll(() => {
  configureForTests();
  otherTab = new BroadcastChannel('globus-streams / client session');
  otherTab.onmessage = (event: unknown) => received.push((event as MessageEvent).data);
  startTabSync(onSignedOut);
});
afterAll(() => otherTab.close());
beforeEach(() => {
  clearSession();
  localStorage.clear();
  vi.mocked(revokeTokens).mockReset();
  onSignedOut.mockClear();
  received.length = 0;
});

const transferToken = () => currentSession()?.tokens['transfer.api.globus.org']?.accessToken;

it('sends a valid session to a new tab, but not an ended one', async () => {
  saveSession(sessionForTests(tokenForTests('a')));
  otherTab.postMessage({ type: 'who-is-signed-in' });
  await vi.waitFor(() => expect(received).toHaveLength(1));
  expect(received[0]).toMatchObject({ type: 'signed-in', session: { identity: { id: 'mira' } } });
  markSessionEnded();
  otherTab.postMessage({ type: 'who-is-signed-in' });
  otherTab.postMessage({
    type: 'signed-in',
    session: sessionForTests(tokenForTests('b', { issuedAtMs: 1e15 })),
  });
  await vi.waitFor(() => expect(transferToken()).toBe('b'));
  expect(received).toHaveLength(1);
});

it('clears the session when the same person signs out in another tab, not when a different person does', async () => {
  saveSession(sessionForTests(tokenForTests('a')));
  otherTab.postMessage({ type: 'signed-out', identityId: 'noor' });
  otherTab.postMessage({ type: 'who-is-signed-in' });
  await vi.waitFor(() => expect(received).toHaveLength(1));
  expect(transferToken()).toBe('a');
  otherTab.postMessage({ type: 'signed-out', identityId: 'mira' });
  await vi.waitFor(() => expect(onSignedOut).toHaveBeenCalledTimes(1));
  expect(currentSession()).toBeNull();
});

it('revokes what only this tab knows before it leaves', async () => {
  saveSession(
    sessionForTests(tokenForTests('a', { refreshToken: 'r' }), { replaced: [{ token: 'b', untilMs: 1e15 }] }),
  );
  let finish = () => {};
  vi.mocked(revokeTokens).mockReturnValue(
    new Promise((resolve) => {
      finish = resolve;
    }),
  );
  otherTab.postMessage({ type: 'signed-out', identityId: 'mira' });
  await vi.waitFor(() => expect(revokeTokens).toHaveBeenCalledWith(['r', 'a', 'b']));
  expect(currentSession()).toBeNull();
  expect(onSignedOut).not.toHaveBeenCalled();
  finish();
  await vi.waitFor(() => expect(onSignedOut).toHaveBeenCalledTimes(1));
});

it('learns of a sign-out from storage, without a message', async () => {
  saveSession(sessionForTests(tokenForTests('a')));
  endSignedOutSession();
  expect(transferToken()).toBe('a');
  recordSignOut(sessionForTests(tokenForTests('a')), Date.now());
  window.dispatchEvent(new StorageEvent('storage', { key: 'globus-streams / client sign-out.mira' }));
  await vi.waitFor(() => expect(onSignedOut).toHaveBeenCalledTimes(1));
  expect(currentSession()).toBeNull();
});

it.each([[null], ['signed-out'], [{ type: 'signed-in' }], [{ type: 'signed-in', session: { tokens: 7 } }]])(
  'ignores invalid messages: %j',
  async (message) => {
    saveSession(sessionForTests(tokenForTests('a')));
    otherTab.postMessage(message);
    otherTab.postMessage({ type: 'who-is-signed-in' });
    await vi.waitFor(() => expect(received).toHaveLength(1));
    expect(transferToken()).toBe('a');
  },
);
