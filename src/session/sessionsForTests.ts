import { setRuntimeConfig } from '../config/runtimeConfig.ts';
import type { StoredSession } from './sessionStore.ts';
import { type StoredToken, TRANSFER_SERVER } from './tokens/tokens.ts';

const MIRA = {
  id: 'mira',
  username: 'mira@harbor.example',
  name: 'Mira',
  email: null,
  organization: null,
  linked: [],
};
const HOUR_MS = 3_600_000;

/** Sets the configuration that session code needs. */
export function configureForTests(tokenStorage: 'session' | 'memory' = 'session'): void {
  setRuntimeConfig({
    clientId: 'client',
    authUrl: 'https://auth.example',
    transferUrl: 'https://transfer.example',
    gcsManagerUrls: [],
    redirectUrl: 'https://app.example/callback',
    renewal: 'refresh-token',
    tokenStorage,
    title: 'Streams',
  });
}

/** Returns a token that was issued now and expires in two days. */
export function tokenForTests(accessToken: string, more: Partial<StoredToken> = {}): StoredToken {
  const issuedAtMs = Date.now();
  return {
    accessToken,
    scope: 'all',
    issuedAtMs,
    expiresAtMs: issuedAtMs + 48 * HOUR_MS,
    refreshToken: null,
    ...more,
  };
}

/** Returns Mira's session, by default with a single token, for Transfer. */
export function sessionForTests(transfer: StoredToken, more: Partial<StoredSession> = {}): StoredSession {
  return {
    identity: MIRA,
    startedAtMs: Date.now(),
    lookOnly: false,
    tokens: { [TRANSFER_SERVER]: transfer },
    replaced: [],
    ...more,
  };
}
