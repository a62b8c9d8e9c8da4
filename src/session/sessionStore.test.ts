// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import {
  acceptSessionFromTab,
  clearSession,
  consumeLostSession,
  currentSession,
  isDifferentIdentity,
  markSessionEnded,
  restoreSession,
  saveSession,
} from './sessionStore.ts';
import { configureForTests, sessionForTests, tokenForTests } from './sessionsForTests.ts';
import { AUTH_SERVER, type StoredToken, TRANSFER_SERVER } from './tokens/tokens.ts';

const KEY = 'globus-streams / client auth.session';
const WAS_SIGNED_IN_KEY = 'globus-streams / client auth.was-signed-in';
const NOW = Date.now();
const transferToken = () => currentSession()?.tokens[TRANSFER_SERVER]?.accessToken;
/** As a tab keeps it. */
const keptForTests = (token: StoredToken) => ({ ...sessionForTests(token), clientId: 'client' });
const later = (accessToken: string) => tokenForTests(accessToken, { issuedAtMs: NOW + 60_000 });

beforeEach(() => {
  configureForTests();
  clearSession();
  sessionStorage.clear();
});

describe('restoreSession', () => {
  it.each([
    ['nothing', null],
    ['nonsense', '{"identity":'],
    ['another form', '{"identity":7}'],
    ['a session that is over', JSON.stringify(keptForTests(tokenForTests('a', { expiresAtMs: NOW - 1 })))],
    ['one without a Transfer token', JSON.stringify({ ...keptForTests(tokenForTests('a')), tokens: {} })],
    ['one of no client', JSON.stringify(sessionForTests(tokenForTests('a')))],
    [
      'one of another dashboard on this origin',
      JSON.stringify({ ...keptForTests(tokenForTests('a')), clientId: 'other' }),
    ],
  ])('counts %s as none', (_name, stored) => {
    if (stored !== null) sessionStorage.setItem(KEY, stored);
    expect(restoreSession(NOW)).toBeNull();
  });

  it.each([
    ['one that is good', tokenForTests('a')],
    ['one that can be renewed', tokenForTests('a', { expiresAtMs: NOW - 1, refreshToken: 'r' })],
  ])('takes up %s', (_name, token) => {
    sessionStorage.setItem(KEY, JSON.stringify(keptForTests(token)));
    expect(restoreSession(NOW)?.ended).toBe(false);
  });

  it('takes up and keeps no token where they are for memory alone', () => {
    configureForTests('memory');
    sessionStorage.setItem(KEY, JSON.stringify(keptForTests(tokenForTests('a'))));
    expect(restoreSession(NOW)).toBeNull();
    saveSession(sessionForTests(tokenForTests('secret')));
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('secret');
    expect(sessionStorage.getItem(KEY)).toBeNull();
  });
});

describe('isSomebodyElse', () => {
  /** A new page in the same tab: what was in memory is gone, the tab's storage is not. */
  const reload = () => {
    const kept = { ...sessionStorage };
    clearSession();
    for (const [name, text] of Object.entries(kept)) sessionStorage.setItem(name, text);
  };
  const ended = tokenForTests('a', { expiresAtMs: NOW - 1 });

  it.each([
    ['whose session ended by the clock', 'session', ended],
    ['whose tokens were in memory only', 'memory', tokenForTests('a')],
  ] as const)('knows the person %s, after a reload', (_name, tokenStorage, token) => {
    configureForTests(tokenStorage);
    saveSession(sessionForTests(token));
    reload();
    expect(restoreSession(NOW)).toBeNull();
    expect([isDifferentIdentity('mira'), isDifferentIdentity('noor')]).toEqual([false, true]);
  });

  it('is nobody in a new tab, nor after a sign-out', () => {
    expect(isDifferentIdentity('noor')).toBe(false);
    saveSession(sessionForTests(tokenForTests('a')));
    clearSession();
    expect(isDifferentIdentity('noor')).toBe(false);
  });

  it('takes the drafts away when another tab tells of somebody else’s session', () => {
    const draft = 'globus-streams / client draft.new-tunnel';
    saveSession(sessionForTests(ended));
    sessionStorage.setItem(draft, '{}');
    reload();
    acceptSessionFromTab(sessionForTests(later('mine')));
    expect(sessionStorage.getItem(draft)).toBe('{}');
    reload();
    const { identity } = sessionForTests(ended);
    acceptSessionFromTab(sessionForTests(later('theirs'), { identity: { ...identity, id: 'noor' } }));
    expect(sessionStorage.getItem(draft)).toBeNull();
  });
});

describe('takeLostSession', () => {
  it('is true once after a reload, and never while there is a session', () => {
    configureForTests('memory');
    sessionStorage.setItem(WAS_SIGNED_IN_KEY, '"client"');
    expect([consumeLostSession(), consumeLostSession()]).toEqual([true, false]);
  });

  it('is not true for a session of another dashboard on this origin', () => {
    configureForTests('memory');
    sessionStorage.setItem(WAS_SIGNED_IN_KEY, '"other"');
    expect(consumeLostSession()).toBe(false);
  });
});

describe('adoptSession', () => {
  it('takes all of it when there is none', () => {
    acceptSessionFromTab(sessionForTests(tokenForTests('told')));
    expect(transferToken()).toBe('told');
  });

  it('takes nothing that is over', () => {
    acceptSessionFromTab(sessionForTests(tokenForTests('told', { expiresAtMs: NOW - 1 })));
    expect(currentSession()).toBeNull();
  });

  it('never takes somebody else’s', () => {
    saveSession(sessionForTests(tokenForTests('mine')));
    const { identity } = sessionForTests(tokenForTests('x'));
    acceptSessionFromTab(sessionForTests(later('theirs'), { identity: { ...identity, id: 'noor' } }));
    expect(transferToken()).toBe('mine');
  });

  it('takes the newer token of each server, whichever set is newer as a whole', () => {
    const session = sessionForTests(tokenForTests('transfer-1', { issuedAtMs: NOW }));
    saveSession({ ...session, tokens: { ...session.tokens, [AUTH_SERVER]: later('auth-2') } });
    const auth1 = tokenForTests('auth-1', { issuedAtMs: NOW });
    acceptSessionFromTab({
      ...session,
      tokens: { [TRANSFER_SERVER]: later('transfer-2'), [AUTH_SERVER]: auth1 },
    });
    expect(transferToken()).toBe('transfer-2');
    expect(currentSession()?.tokens[AUTH_SERVER]?.accessToken).toBe('auth-2');
  });

  it('brings an ended session back only with another Transfer token', () => {
    const session = sessionForTests(tokenForTests('transfer-1', { issuedAtMs: NOW }));
    saveSession(session);
    markSessionEnded();
    acceptSessionFromTab({ ...session, tokens: { ...session.tokens, [AUTH_SERVER]: later('auth') } });
    expect(currentSession()?.ended).toBe(true);
    acceptSessionFromTab(sessionForTests(later('transfer-2')));
    expect(currentSession()?.ended).toBe(false);
  });
});

describe('saveSession', () => {
  it('remembers the tokens it puts out of use until their own end, for a sign-out', () => {
    const soonOver = tokenForTests('b', { expiresAtMs: NOW - 1 });
    saveSession(sessionForTests(tokenForTests('a')));
    saveSession(sessionForTests(soonOver));
    saveSession(sessionForTests(tokenForTests('c')));
    expect(currentSession()?.replaced.map(({ token }) => token)).toEqual(['a']);
  });
});

describe('forgetSession', () => {
  it('takes drafts and everything else of the person with it', () => {
    saveSession(sessionForTests(tokenForTests('a')));
    sessionStorage.setItem('globus-streams / client draft.new-tunnel', '{}');
    sessionStorage.setItem('globus-streams / client auth.sign-in.x', '{}');
    sessionStorage.setItem('not-ours', '1');
    clearSession();
    expect({ ...sessionStorage }).toEqual({ 'not-ours': '1' });
  });
});
