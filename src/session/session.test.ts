// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { canRenewSilently, getAccessToken, reportUnauthorized } from './session.ts';
import { clearSession, currentSession, saveSession } from './sessionStore.ts';
import { configureForTests, sessionForTests, tokenForTests } from './sessionsForTests.ts';
import { expiresSoon } from './tokens/renewal.ts';
import { SessionEndedError } from './tokens/SessionEndedError.ts';
import { exchangeRefreshToken, revokeTokens } from './tokens/tokenEndpoint.ts';
import { AUTH_SERVER, TRANSFER_SERVER } from './tokens/tokens.ts';

vi.mock('./tokens/tokenEndpoint.ts');

// happy-dom has no locks. e2e/sessionRenewal.spec.ts tests them in real tabs.
Object.defineProperty(navigator, 'locks', {
  value: {
    request: (_name: string, work: () => Promise<void>) => work(),
    query: async () => ({ held: [] }),
  },
});

const renewal = vi.mocked(exchangeRefreshToken);
const renewed = (name: string) => tokenForTests(name, { refreshToken: `r-${name}` });

beforeEach(() => {
  configureForTests();
  clearSession();
  renewal.mockReset();
  vi.mocked(revokeTokens).mockReset();
});

describe('expiresSoon', () => {
  const DAY_MS = 86_400_000;
  const MINUTE_MS = 60_000;
  it.each([
    ['a lifetime of two days, 11 minutes before the end', 2 * DAY_MS, 2 * DAY_MS - 11 * MINUTE_MS, false],
    ['a lifetime of two days, 9 minutes before the end', 2 * DAY_MS, 2 * DAY_MS - 9 * MINUTE_MS, true],
    ['a lifetime of two days, after the end', 2 * DAY_MS, 3 * DAY_MS, true],
    ['a lifetime of one minute, in the first half', MINUTE_MS, 20_000, false],
    ['a lifetime of one minute, in the second half', MINUTE_MS, 40_000, true],
    ['a lifetime of two days, with the clock set back', 2 * DAY_MS, -DAY_MS, false],
  ])('%s', (_name, expiresAtMs, nowMs, soon) => {
    expect(expiresSoon({ issuedAtMs: 0, expiresAtMs }, nowMs)).toBe(soon);
  });
});

describe('reportUnauthorized', () => {
  it('renews once for twenty calls that are rejected together', async () => {
    saveSession(sessionForTests(tokenForTests('old', { refreshToken: 'r' })));
    renewal.mockResolvedValue(renewed('new'));
    const calls = Array.from({ length: 20 }, () => reportUnauthorized(TRANSFER_SERVER, 'old'));
    expect(await Promise.all(calls)).toEqual(Array(20).fill(true));
    expect(renewal).toHaveBeenCalledTimes(1);
    expect(await getAccessToken(TRANSFER_SERVER)).toBe('new');
    // A late response to the old token causes no further renewal.
    expect(await reportUnauthorized(TRANSFER_SERVER, 'old')).toBe(true);
    expect(renewal).toHaveBeenCalledTimes(1);
  });

  it('waits for half a minute if the service also rejects the renewed token', async () => {
    const issuedAtMs = Date.now();
    vi.useFakeTimers({ now: issuedAtMs });
    saveSession(sessionForTests(tokenForTests('old', { refreshToken: 'r' })));
    renewal.mockResolvedValueOnce({ ...renewed('still-rejected'), issuedAtMs });
    expect(await reportUnauthorized(TRANSFER_SERVER, 'old')).toBe(true);
    vi.setSystemTime(issuedAtMs + 29_000);
    expect(await reportUnauthorized(TRANSFER_SERVER, 'still-rejected')).toBe(false);
    expect(renewal).toHaveBeenCalledTimes(1);
    expect(currentSession()?.ended).toBe(false);
    vi.setSystemTime(issuedAtMs + 30_000);
    renewal.mockResolvedValueOnce(renewed('accepted'));
    expect(await reportUnauthorized(TRANSFER_SERVER, 'still-rejected')).toBe(true);
    vi.useRealTimers();
  });

  it('renews only the token that was rejected', async () => {
    const auth = tokenForTests('auth', { refreshToken: 'r-auth' });
    const session = sessionForTests(tokenForTests('old', { refreshToken: 'r' }));
    saveSession({ ...session, tokens: { [AUTH_SERVER]: auth, ...session.tokens } });
    renewal.mockResolvedValue(renewed('new'));
    await reportUnauthorized(TRANSFER_SERVER, 'old');
    expect(renewal.mock.calls.map(([server, token]) => [server, token.accessToken])).toEqual([
      [TRANSFER_SERVER, 'old'],
    ]);
  });

  it('also renews another server’s token that is rejected during the renewal', async () => {
    const auth = tokenForTests('auth', { refreshToken: 'r-auth' });
    const session = sessionForTests(tokenForTests('old', { refreshToken: 'r' }));
    saveSession({ ...session, tokens: { ...session.tokens, [AUTH_SERVER]: auth } });
    let late: Promise<boolean> | undefined;
    renewal.mockImplementationOnce(async () => {
      late = reportUnauthorized(AUTH_SERVER, 'auth');
      return renewed('new');
    });
    renewal.mockResolvedValueOnce(renewed('auth-2'));
    expect(await reportUnauthorized(TRANSFER_SERVER, 'old')).toBe(true);
    expect(await late).toBe(true);
  });

  it('keeps the tokens of a new sign-in, and revokes a renewed token that arrives later', async () => {
    saveSession(sessionForTests(tokenForTests('old', { refreshToken: 'r' })));
    renewal.mockImplementationOnce(async () => {
      saveSession(sessionForTests(tokenForTests('from-sign-in', { refreshToken: 'r-from-sign-in' })));
      return renewed('late');
    });
    expect(await reportUnauthorized(TRANSFER_SERVER, 'old')).toBe(true);
    expect(await getAccessToken(TRANSFER_SERVER)).toBe('from-sign-in');
    expect(vi.mocked(revokeTokens)).toHaveBeenCalledWith(['late', 'r-late']);
  });

  it('revokes a renewed token that arrives after a sign-out', async () => {
    saveSession(sessionForTests(tokenForTests('old', { refreshToken: 'r' })));
    renewal.mockImplementationOnce(async () => {
      clearSession();
      return renewed('late');
    });
    expect(await reportUnauthorized(TRANSFER_SERVER, 'old')).toBe(false);
    expect(currentSession()).toBeNull();
    expect(vi.mocked(revokeTokens)).toHaveBeenCalledWith(['late', 'r-late']);
  });

  it('ends the session if the refresh token no longer works', async () => {
    saveSession(sessionForTests(tokenForTests('old', { refreshToken: 'r' })));
    renewal.mockResolvedValue(null);
    expect(await reportUnauthorized(TRANSFER_SERVER, 'old')).toBe(false);
    expect(currentSession()?.ended).toBe(true);
    await expect(getAccessToken(TRANSFER_SERVER)).rejects.toBeInstanceOf(SessionEndedError);
  });

  it('keeps the session if Globus Auth can’t be reached', async () => {
    saveSession(sessionForTests(tokenForTests('old', { refreshToken: 'r' })));
    renewal.mockRejectedValue(new TypeError('network'));
    expect(await reportUnauthorized(TRANSFER_SERVER, 'old')).toBe(false);
    expect(currentSession()?.ended).toBe(false);
    expect(canRenewSilently()).toBe(true);
  });

  it.each([
    ['Transfer’s token', TRANSFER_SERVER, true],
    ['another server’s token', AUTH_SERVER, false],
  ])('without refresh tokens, only a rejection of %s ends the session', async (_name, server, ends) => {
    const session = sessionForTests(tokenForTests('transfer'));
    saveSession({ ...session, tokens: { ...session.tokens, [AUTH_SERVER]: tokenForTests('auth') } });
    const token = server === TRANSFER_SERVER ? 'transfer' : 'auth';
    expect(await reportUnauthorized(server, token)).toBe(false);
    expect(currentSession()?.ended).toBe(ends);
    expect(renewal).not.toHaveBeenCalled();
  });
});

describe('getAccessToken', () => {
  it('renews an expired token before it is used', async () => {
    saveSession(sessionForTests(tokenForTests('old', { refreshToken: 'r', expiresAtMs: Date.now() - 1 })));
    renewal.mockResolvedValue(renewed('new'));
    expect(await getAccessToken(TRANSFER_SERVER)).toBe('new');
  });

  it('throws if there is no token', async () => {
    await expect(getAccessToken(TRANSFER_SERVER)).rejects.toBeInstanceOf(SessionEndedError);
  });
});
