// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { authStorage } from '../browser/storage.ts';
import { revokeSession } from './revokeSession.ts';
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
import { recordSignOut } from './signOutRecord.ts';
import { AUTH_SERVER, type StoredToken, TRANSFER_SERVER } from './tokens/tokens.ts';

vi.mock('./revokeSession.ts');

const DRAFT = 'globus-streams / client draft.new-tunnel';
const KEY = 'globus-streams / client auth.session';
const WAS_SIGNED_IN_KEY = 'globus-streams / client auth.was-signed-in';
const NOW = Date.now();
const transferToken = () => currentSession()?.tokens[TRANSFER_SERVER]?.accessToken;
/** A session as a tab stores it. */
const storedForTests = (token: StoredToken) => ({ ...sessionForTests(token), clientId: 'client' });
const later = (accessToken: string) => tokenForTests(accessToken, { issuedAtMs: NOW + 60_000 });

beforeEach(() => {
  configureForTests();
  clearSession();
  sessionStorage.clear();
  localStorage.clear();
  vi.mocked(revokeSession).mockClear();
});

describe('restoreSession', () => {
  it.each([
    ['nothing', null],
    ['invalid JSON', '{"identity":'],
    ['another structure', '{"identity":7}'],
    ['an expired session', JSON.stringify(storedForTests(tokenForTests('a', { expiresAtMs: NOW - 1 })))],
    [
      'a session without a Transfer token',
      JSON.stringify({ ...storedForTests(tokenForTests('a')), tokens: {} }),
    ],
    ['a session without a client ID', JSON.stringify(sessionForTests(tokenForTests('a')))],
    [
      'a session of another dashboard on this origin',
      JSON.stringify({ ...storedForTests(tokenForTests('a')), clientId: 'other' }),
    ],
  ])('treats %s as no session', (_name, stored) => {
    if (stored !== null) sessionStorage.setItem(KEY, stored);
    expect(restoreSession(NOW)).toBeNull();
  });

  it.each([
    ['a valid session', tokenForTests('a')],
    [
      'an expired session that can be renewed',
      tokenForTests('a', { expiresAtMs: NOW - 1, refreshToken: 'r' }),
    ],
  ])('restores %s', (_name, token) => {
    sessionStorage.setItem(KEY, JSON.stringify(storedForTests(token)));
    expect(restoreSession(NOW)?.ended).toBe(false);
  });

  it('revokes and forgets a session, with its drafts, whose person has signed out since', () => {
    const stored = storedForTests(tokenForTests('a'));
    sessionStorage.setItem(KEY, JSON.stringify(stored));
    sessionStorage.setItem(DRAFT, '{}');
    recordSignOut(stored, NOW);
    expect(restoreSession(NOW)).toBeNull();
    expect({ ...sessionStorage }).toEqual({});
    expect(vi.mocked(revokeSession).mock.calls).toMatchObject([[{ tokens: stored.tokens }]]);
  });

  it('revokes and forgets the session of a tab that was closed a while ago, and keeps its drafts', () => {
    const stored = storedForTests(tokenForTests('a'));
    sessionStorage.setItem(KEY, JSON.stringify(stored));
    sessionStorage.setItem(DRAFT, '{}');
    authStorage.write('put-away', NOW - 6 * 60_000);
    expect(restoreSession(NOW)).toBeNull();
    expect({ ...sessionStorage }).toEqual({ [DRAFT]: '{}' });
    expect(revokeSession).toHaveBeenCalledTimes(1);
  });

  it('neither restores nor stores tokens that are for memory only', () => {
    configureForTests('memory');
    sessionStorage.setItem(KEY, JSON.stringify(storedForTests(tokenForTests('a'))));
    expect(restoreSession(NOW)).toBeNull();
    saveSession(sessionForTests(tokenForTests('secret')));
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('secret');
    expect(sessionStorage.getItem(KEY)).toBeNull();
  });
});

describe('isDifferentIdentity', () => {
  /** A reload: memory is cleared, the tab's storage is not. */
  const reload = () => {
    const stored = { ...sessionStorage };
    clearSession();
    for (const [name, text] of Object.entries(stored)) sessionStorage.setItem(name, text);
  };
  const ended = tokenForTests('a', { expiresAtMs: NOW - 1 });

  it.each([
    ['whose session expired', 'session', ended],
    ['whose tokens were in memory only', 'memory', tokenForTests('a')],
  ] as const)('recognizes the person %s after a reload', (_name, tokenStorage, token) => {
    configureForTests(tokenStorage);
    saveSession(sessionForTests(token));
    reload();
    expect(restoreSession(NOW)).toBeNull();
    expect([isDifferentIdentity('mira'), isDifferentIdentity('noor')]).toEqual([false, true]);
  });

  it('is false in a new tab and after a sign-out', () => {
    expect(isDifferentIdentity('noor')).toBe(false);
    saveSession(sessionForTests(tokenForTests('a')));
    clearSession();
    expect(isDifferentIdentity('noor')).toBe(false);
  });

  it('clears the drafts when another tab sends a different person’s session', () => {
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

describe('consumeLostSession', () => {
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

describe('acceptSessionFromTab', () => {
  it('takes over the session if there is none', () => {
    acceptSessionFromTab(sessionForTests(tokenForTests('received')));
    expect(transferToken()).toBe('received');
  });

  it('ignores an expired session', () => {
    acceptSessionFromTab(sessionForTests(tokenForTests('received', { expiresAtMs: NOW - 1 })));
    expect(currentSession()).toBeNull();
  });

  it('revokes a session whose person has signed out since', () => {
    const received = sessionForTests(tokenForTests('received'));
    recordSignOut(received, NOW);
    acceptSessionFromTab(received);
    expect(currentSession()).toBeNull();
    expect(revokeSession).toHaveBeenCalledWith(received);
  });

  it.each([
    ['another sign-in', NOW + 1, ['r-mine']],
    ['a renewal, which used it up', NOW, []],
  ])('remembers the refresh token that it replaces with one of %s', (_name, startedAtMs, expected) => {
    saveSession(sessionForTests(tokenForTests('mine', { refreshToken: 'r-mine' }), { startedAtMs: NOW }));
    const token = tokenForTests('theirs', { refreshToken: 'r-theirs', issuedAtMs: NOW + 60_000 });
    acceptSessionFromTab(sessionForTests(token, { startedAtMs }));
    const known = currentSession()?.replaced.map((replaced) => replaced.token) ?? [];
    expect(known.filter((name) => name.startsWith('r-'))).toEqual(expected);
  });

  it('never takes a different person’s session', () => {
    saveSession(sessionForTests(tokenForTests('mine')));
    const { identity } = sessionForTests(tokenForTests('x'));
    acceptSessionFromTab(sessionForTests(later('theirs'), { identity: { ...identity, id: 'noor' } }));
    expect(transferToken()).toBe('mine');
  });

  it('takes the newer token of each server', () => {
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
  it('keeps replaced tokens until they expire, for a sign-out', () => {
    const expired = tokenForTests('b', { expiresAtMs: NOW - 1 });
    saveSession(sessionForTests(tokenForTests('a')));
    saveSession(sessionForTests(expired));
    saveSession(sessionForTests(tokenForTests('c')));
    expect(currentSession()?.replaced.map(({ token }) => token)).toEqual(['a']);
  });
});

describe('clearSession', () => {
  it('also clears drafts and everything else of the person', () => {
    saveSession(sessionForTests(tokenForTests('a')));
    sessionStorage.setItem('globus-streams / client draft.new-tunnel', '{}');
    sessionStorage.setItem('globus-streams / client auth.sign-in.x', '{}');
    sessionStorage.setItem('not-ours', '1');
    clearSession();
    expect({ ...sessionStorage }).toEqual({ 'not-ours': '1' });
  });
});
