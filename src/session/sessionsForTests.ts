import { setRuntimeConfig } from '../config/runtimeConfig.ts';
import type { StoredSession } from './sessionStore.ts';
import { type StoredToken, TRANSFER_SERVER } from './tokens/tokens.ts';

const MIRA = { id: 'mira', username: 'mira@harbor.example', name: 'Mira', email: null, organization: null };
const HOUR_MS = 3_600_000;

/** Sets the configuration and the storage namespace that session code needs. */
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

/** A token that came now and ends in two days. */
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

/** Mira's session with one token, Transfer's, unless told otherwise. */
export function sessionForTests(transfer: StoredToken, more: Partial<StoredSession> = {}): StoredSession {
  return { identity: MIRA, tokens: { [TRANSFER_SERVER]: transfer }, replaced: [], ...more };
}
