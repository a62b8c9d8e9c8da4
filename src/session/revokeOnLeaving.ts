import { runtimeConfig } from '../config/runtimeConfig.ts';
import type { StoredSession } from './sessionStore.ts';
import { allTokenValues } from './tokens/tokens.ts';

/**
 * Revokes the tokens of a page that is being left and holds them in memory only: no one could use or revoke them
 * afterwards. `keepalive` lets the browser finish the requests. It can't where it crashes or is too old for that.
 */
export function revokeOnLeaving(session: StoredSession): void {
  const { authUrl, clientId } = runtimeConfig();
  for (const token of allTokenValues(session))
    fetch(`${authUrl}/v2/oauth2/token/revoke`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: clientId, token }),
      keepalive: true,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    }).catch(() => undefined);
}
