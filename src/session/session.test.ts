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

// happy-dom has none; that tabs wait for each other is shown in the browser (e2e/sessionRenewal.spec.ts).
Object.defineProperty(navigator, 'locks', {
  value: { request: (_name: string, work: () => Promise<void>) => work() },
});

const renewal = vi.mocked(exchangeRefreshToken);
const renewed = (name: string) => tokenForTests(name, { refreshToken: `r-${name}` });

beforeEach(() => {
  configureForTests();
  clearSession();
  renewal.mockReset();
  vi.mocked(revokeTokens).mockReset();
});

describe('endsSoon', () => {
  const DAY_MS = 86_400_000;
  const MINUTE_MS = 60_000;
  it.each([
    ['two days, far from its end', 2 * DAY_MS, 2 * DAY_MS - 11 * MINUTE_MS, false],
    ['two days, in its last ten minutes', 2 * DAY_MS, 2 * DAY_MS - 9 * MINUTE_MS, true],
    ['two days, over', 2 * DAY_MS, 3 * DAY_MS, true],
    ['a minute, in its first half', MINUTE_MS, 20_000, false],
    ['a minute, in its second half', MINUTE_MS, 40_000, true],
    ['two days, the clock set back since', 2 * DAY_MS, -DAY_MS, false],
  ])('%s', (_name, expiresAtMs, nowMs, soon) => {
    expect(expiresSoon({ issuedAtMs: 0, expiresAtMs }, nowMs)).toBe(soon);
  });
});

describe('reportUnauthorized', () => {
  it('renews once for twenty calls that are refused together', async () => {
    saveSession(sessionForTests(tokenForTests('old', { refreshToken: 'r' })));
    renewal.mockResolvedValue(renewed('new'));
    const calls = Array.from({ length: 20 }, () => reportUnauthorized(TRANSFER_SERVER, 'old'));
    expect(await Promise.all(calls)).toEqual(Array(20).fill(true));
    expect(renewal).toHaveBeenCalledTimes(1);
    expect(await getAccessToken(TRANSFER_SERVER)).toBe('new');
    // A late one that was sent with the old token is not news.
    expect(await reportUnauthorized(TRANSFER_SERVER, 'old')).toBe(true);
    expect(renewal).toHaveBeenCalledTimes(1);
  });

  it('renews only what was refused', async () => {
    const auth = tokenForTests('auth', { refreshToken: 'r-auth' });
    const session = sessionForTests(tokenForTests('old', { refreshToken: 'r' }));
    saveSession({ ...session, tokens: { [AUTH_SERVER]: auth, ...session.tokens } });
    renewal.mockResolvedValue(renewed('new'));
    await reportUnauthorized(TRANSFER_SERVER, 'old');
    expect(renewal.mock.calls.map(([server, token]) => [server, token.accessToken])).toEqual([
      [TRANSFER_SERVER, 'old'],
    ]);
  });

  it('renews another server’s token that is refused meanwhile, too', async () => {
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

  it('leaves alone what a sign-in brought meanwhile, and revokes what came too late', async () => {
    saveSession(sessionForTests(tokenForTests('old', { refreshToken: 'r' })));
    renewal.mockImplementationOnce(async () => {
      saveSession(sessionForTests(tokenForTests('signed-in-anew', { refreshToken: 'r-anew' })));
      return renewed('late');
    });
    expect(await reportUnauthorized(TRANSFER_SERVER, 'old')).toBe(true);
    expect(await getAccessToken(TRANSFER_SERVER)).toBe('signed-in-anew');
    expect(vi.mocked(revokeTokens)).toHaveBeenCalledWith(['late', 'r-late']);
  });

  it('revokes what comes when somebody has signed out', async () => {
    saveSession(sessionForTests(tokenForTests('old', { refreshToken: 'r' })));
    renewal.mockImplementationOnce(async () => {
      clearSession();
      return renewed('late');
    });
    expect(await reportUnauthorized(TRANSFER_SERVER, 'old')).toBe(false);
    expect(currentSession()).toBeNull();
    expect(vi.mocked(revokeTokens)).toHaveBeenCalledWith(['late', 'r-late']);
  });

  it('ends the session when the refresh token is good no more', async () => {
    saveSession(sessionForTests(tokenForTests('old', { refreshToken: 'r' })));
    renewal.mockResolvedValue(null);
    expect(await reportUnauthorized(TRANSFER_SERVER, 'old')).toBe(false);
    expect(currentSession()?.ended).toBe(true);
    await expect(getAccessToken(TRANSFER_SERVER)).rejects.toBeInstanceOf(SessionEndedError);
  });

  it('keeps the session, and its hope, when Auth cannot be asked', async () => {
    saveSession(sessionForTests(tokenForTests('old', { refreshToken: 'r' })));
    renewal.mockRejectedValue(new TypeError('network'));
    expect(await reportUnauthorized(TRANSFER_SERVER, 'old')).toBe(false);
    expect(currentSession()?.ended).toBe(false);
    expect(canRenewSilently()).toBe(true);
  });

  it.each([
    ['Transfer’s', TRANSFER_SERVER, true],
    ['another server’s', AUTH_SERVER, false],
  ])('without refresh tokens, only a refusal of %s ends the session', async (_name, server, ends) => {
    const session = sessionForTests(tokenForTests('transfer'));
    saveSession({ ...session, tokens: { ...session.tokens, [AUTH_SERVER]: tokenForTests('auth') } });
    const refused = server === TRANSFER_SERVER ? 'transfer' : 'auth';
    expect(await reportUnauthorized(server, refused)).toBe(false);
    expect(currentSession()?.ended).toBe(ends);
    expect(renewal).not.toHaveBeenCalled();
  });
});

describe('accessToken', () => {
  it('renews one whose time is over before it is sent', async () => {
    saveSession(sessionForTests(tokenForTests('old', { refreshToken: 'r', expiresAtMs: Date.now() - 1 })));
    renewal.mockResolvedValue(renewed('new'));
    expect(await getAccessToken(TRANSFER_SERVER)).toBe('new');
  });

  it('throws when there is none', async () => {
    await expect(getAccessToken(TRANSFER_SERVER)).rejects.toBeInstanceOf(SessionEndedError);
  });
});
