// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { saveSession } from '../../../session/sessionStore.ts';
import { configureForTests, tokenForTests } from '../../../session/sessionsForTests.ts';
import { TRANSFER_SERVER } from '../../../session/tokens/tokens.ts';
import { preloadTunnelList, takePreload } from './preload.ts';

const LIST = 'https://transfer.example/v2/tunnels';
const identity = { id: 'mira', username: 'mira', name: null, email: null, organization: null };
const noSignal = new AbortController().signal;
const fetched = vi.fn<(address: string, init: RequestInit) => Promise<Response>>();

beforeEach(() => {
  vi.useFakeTimers();
  fetched.mockReset().mockImplementation(async () => new Response('{}'));
  vi.stubGlobal('fetch', fetched);
  history.replaceState(null, '', '/tunnels?state=ACTIVE');
  document.head.replaceChildren(Object.assign(document.createElement('base'), { href: '/' }));
  configureForTests();
  saveSession({ identity, tokens: { [TRANSFER_SERVER]: tokenForTests('mine') }, replaced: [] });
});

it('gives the answer to the one who asks for the same, once', async () => {
  preloadTunnelList();
  expect(takePreload('GET', `${LIST}?page=2`, 'mine', noSignal)).toBeNull();
  expect(takePreload('POST', LIST, 'mine', noSignal)).toBeNull();
  expect(takePreload('GET', LIST, 'newer', noSignal)).toBeNull();
  expect(await takePreload('GET', LIST, 'mine', noSignal)).toBeInstanceOf(Response);
  expect(takePreload('GET', LIST, 'mine', noSignal)).toBeNull();
  expect(fetched).toHaveBeenCalledOnce();
});

it('asks on no other page', () => {
  history.replaceState(null, '', '/tunnels/new');
  preloadTunnelList();
  expect(fetched).not.toHaveBeenCalled();
});

it('gives nothing that has become stale', () => {
  preloadTunnelList();
  vi.advanceTimersByTime(16_000);
  expect(takePreload('GET', LIST, 'mine', noSignal)).toBeNull();
});

it('ends with the caller who took it', () => {
  preloadTunnelList();
  const caller = new AbortController();
  void takePreload('GET', LIST, 'mine', caller.signal);
  caller.abort();
  expect(fetched.mock.calls[0]?.[1].signal?.aborted).toBe(true);
});
