// @vitest-environment happy-dom
import { BroadcastChannel } from 'node:worker_threads';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { clearSession, currentSession, markSessionEnded, saveSession } from './sessionStore.ts';
import { configureForTests, sessionForTests, tokenForTests } from './sessionsForTests.ts';
import { startTabSync } from './tabs.ts';

vi.stubGlobal('BroadcastChannel', BroadcastChannel);
const onSignedOut = vi.fn();
const heard: unknown[] = [];
let otherTab: BroadcastChannel;

beforeAll(() => {
  configureForTests();
  otherTab = new BroadcastChannel('globus-streams / client session');
  otherTab.onmessage = (event: unknown) => heard.push((event as MessageEvent).data);
  startTabSync(onSignedOut);
});
afterAll(() => otherTab.close());
beforeEach(() => {
  clearSession();
  onSignedOut.mockClear();
  heard.length = 0;
});

const mine = () => currentSession()?.tokens['transfer.api.globus.org']?.accessToken;

it('answers a new tab with a good session, and says nothing of one that is over', async () => {
  saveSession(sessionForTests(tokenForTests('a')));
  otherTab.postMessage({ type: 'who-is-signed-in' });
  await vi.waitFor(() => expect(heard).toHaveLength(1));
  expect(heard[0]).toMatchObject({ type: 'signed-in', session: { identity: { id: 'mira' } } });
  markSessionEnded();
  otherTab.postMessage({ type: 'who-is-signed-in' });
  otherTab.postMessage({
    type: 'signed-in',
    session: sessionForTests(tokenForTests('b', { issuedAtMs: 1e15 })),
  });
  await vi.waitFor(() => expect(mine()).toBe('b'));
  expect(heard).toHaveLength(1);
});

it('forgets the session when the same person signs out elsewhere, and not when somebody else does', async () => {
  saveSession(sessionForTests(tokenForTests('a')));
  otherTab.postMessage({ type: 'signed-out', identityId: 'noor' });
  otherTab.postMessage({ type: 'who-is-signed-in' });
  await vi.waitFor(() => expect(heard).toHaveLength(1));
  expect(mine()).toBe('a');
  otherTab.postMessage({ type: 'signed-out', identityId: 'mira' });
  await vi.waitFor(() => expect(onSignedOut).toHaveBeenCalledTimes(1));
  expect(currentSession()).toBeNull();
});

it.each([[null], ['signed-out'], [{ type: 'signed-in' }], [{ type: 'signed-in', session: { tokens: 7 } }]])(
  'leaves alone what is no message: %j',
  async (nonsense) => {
    saveSession(sessionForTests(tokenForTests('a')));
    otherTab.postMessage(nonsense);
    otherTab.postMessage({ type: 'who-is-signed-in' });
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    expect(mine()).toBe('a');
  },
);
