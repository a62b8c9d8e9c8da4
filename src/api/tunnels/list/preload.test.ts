// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { saveSession } from '../../../session/sessionStore.ts';
import { configureForTests, tokenForTests } from '../../../session/sessionsForTests.ts';
import { TRANSFER_SERVER } from '../../../session/tokens/tokens.ts';
import { preloadTunnelList, takePreload } from './preload.ts';

const LIST = 'https://transfer.example/v2/tunnels';
const identity = { id: 'mira', username: 'mira', name: null, email: null, organization: null, linked: [] };
const noSignal = new AbortController().signal;
const fetchMock = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();

beforeEach(() => {
  vi.useFakeTimers();
  fetchMock.mockReset().mockImplementation(async () => new Response('{}'));
  vi.stubGlobal('fetch', fetchMock);
  history.replaceState(null, '', '/tunnels?state=ACTIVE');
  document.head.replaceChildren(Object.assign(document.createElement('base'), { href: '/' }));
  configureForTests();
  saveSession({
    identity,
    startedAtMs: 0,
    lookOnly: false,
    tokens: { [TRANSFER_SERVER]: tokenForTests('mine') },
    replaced: [],
  });
});

it('is taken once, by the same call with the same token', async () => {
  preloadTunnelList();
  expect(takePreload(`${LIST}?page=2`, 'mine', noSignal)).toBeNull();
  expect(takePreload(LIST, 'newer', noSignal)).toBeNull();
  expect(await takePreload(LIST, 'mine', noSignal)).toBeInstanceOf(Response);
  expect(takePreload(LIST, 'mine', noSignal)).toBeNull();
  expect(fetchMock).toHaveBeenCalledOnce();
});

it('happens only on the page that shows the list', () => {
  history.replaceState(null, '', '/tunnels/new');
  preloadTunnelList();
  expect(fetchMock).not.toHaveBeenCalled();
});

it('isn’t used when it is stale', () => {
  preloadTunnelList();
  vi.advanceTimersByTime(16_000);
  expect(takePreload(LIST, 'mine', noSignal)).toBeNull();
});

it('is aborted by the call that took it', () => {
  preloadTunnelList();
  const controller = new AbortController();
  void takePreload(LIST, 'mine', controller.signal);
  controller.abort();
  expect(fetchMock.mock.calls[0]?.[1].signal?.aborted).toBe(true);
});
