// @vitest-environment happy-dom
import { BroadcastChannel } from 'node:worker_threads';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { clearSession, currentSession, saveSession } from '../sessionStore.ts';
import { configureForTests, sessionForTests, tokenForTests } from '../sessionsForTests.ts';
import { startTabSync } from '../tabs.ts';
import { renewTokens } from './renewal.ts';
import { exchangeRefreshToken } from './tokenEndpoint.ts';
import { TRANSFER_SERVER } from './tokens.ts';

vi.mock('./tokenEndpoint.ts');
vi.stubGlobal('BroadcastChannel', BroadcastChannel);

const TAB_LOCK = { name: 'globus-streams / client tab' };
let held = [TAB_LOCK];
Object.defineProperty(navigator, 'locks', {
  value: {
    request: (_name: string, work: () => Promise<void>) => work(),
    query: async () => ({ held: [...held, { name: 'another lock' }] }),
  },
});

let otherTab: BroadcastChannel;
/** What the other tab does with a question. */
let answer = (_question: string) => {};

beforeAll(() => {
  configureForTests();
  otherTab = new BroadcastChannel('globus-streams / client session');
  otherTab.onmessage = (event: unknown) => {
    const { type, question } = (event as MessageEvent).data;
    if (type === 'who-is-signed-in') answer(question);
  };
  startTabSync(() => {});
});
afterAll(() => otherTab.close());
beforeEach(() => {
  clearSession();
  vi.mocked(exchangeRefreshToken).mockReset();
  saveSession(sessionForTests(tokenForTests('old', { refreshToken: 'r', issuedAtMs: 1 })));
});

const transferToken = () => currentSession()?.tokens[TRANSFER_SERVER]?.accessToken;

it('waits for a slow tab that has renewed the tokens already', async () => {
  held = [TAB_LOCK, TAB_LOCK];
  const session = sessionForTests(tokenForTests('new', { refreshToken: 'r-new' }));
  answer = (question) =>
    void setTimeout(() => otherTab.postMessage({ type: 'signed-in', session, question }), 700);
  await renewTokens('old');
  expect(transferToken()).toBe('new');
  expect(exchangeRefreshToken).not.toHaveBeenCalled();
});

it('continues as soon as every tab has answered', async () => {
  held = [TAB_LOCK, TAB_LOCK, TAB_LOCK];
  answer = (question) => {
    otherTab.postMessage({ type: 'not-signed-in', question: 'another question' });
    otherTab.postMessage({ type: 'not-signed-in', question });
    setTimeout(() => otherTab.postMessage({ type: 'not-signed-in', question }), 200);
  };
  vi.mocked(exchangeRefreshToken).mockResolvedValue(tokenForTests('renewed', { refreshToken: 'r-2' }));
  const before = performance.now();
  await renewTokens('old');
  expect(transferToken()).toBe('renewed');
  expect(performance.now() - before).toBeGreaterThan(150);
  expect(performance.now() - before).toBeLessThan(4000);
});

it('asks no one if this is the only tab', async () => {
  held = [TAB_LOCK];
  answer = vi.fn();
  vi.mocked(exchangeRefreshToken).mockResolvedValue(tokenForTests('renewed', { refreshToken: 'r-2' }));
  await renewTokens('old');
  expect(transferToken()).toBe('renewed');
  expect(answer).not.toHaveBeenCalled();
});
